import MarkdownIt from 'markdown-it';

/** No HTML of its own: what is not Markdown is text. */
const reader = new MarkdownIt({ html: false, linkify: false, typographer: true, quotes: '“”‘’' });
const made = new Map<string, string>();

/** The guide's Markdown as HTML; made once. Only ever given texts of the platform itself. */
export function asHtml(markdown: string): string {
  let html = made.get(markdown);
  if (html === undefined) made.set(markdown, (html = reader.render(markdown)));
  return html;
}
