import type { ForeignKind } from './table.ts';

export type FileKind = 'text' | 'zip' | 'old-xls' | 'encrypted-xlsx' | ForeignKind;

const signatures: [ForeignKind | 'zip', number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['text-document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is by its first bytes; its name is not believed. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, oldOffice)) return oldOfficeKind(bytes);
  for (const [kind, signature] of signatures) if (startsWith(bytes, signature)) return kind;
  if (String.fromCharCode(...bytes.subarray(8, 12)) === 'WEBP') return 'picture';
  return 'text';
}

/** The stream names of an OLE container stand in it as UTF-16LE: a workbook with a password is an `EncryptedPackage`. */
function oldOfficeKind(bytes: Uint8Array): FileKind {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted-xlsx';
  return text.includes(Buffer.from('WordDocument', 'utf16le')) ? 'text-document' : 'old-xls';
}

/** What a ZIP container holds, by the parts that every such file must have. */
export function zipKind(paths: Iterable<string>): 'xlsx' | ForeignKind {
  const all = new Set(paths);
  if (all.has('xl/workbook.xml')) return 'xlsx';
  if (all.has('word/document.xml') || all.has('ppt/presentation.xml')) return 'text-document';
  return all.has('content.xml') ? 'open-document' : 'archive';
}

/** Text that is no table: pages that some registers save with the ending .xls, XML and JSON. */
export function foreignText(text: string): ForeignKind | null {
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(start)) return 'web-page';
  if (/^<\?xml|^<[a-z][\w:.-]*[\s>]/.test(start)) return 'xml';
  return /^[[{]\s*["{[]/.test(start) ? 'json' : null;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
