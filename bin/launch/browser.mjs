import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { tell } from './root.mjs';

const advice = {
  linux: 'Install it with your package manager (for example: sudo apt-get install chromium)',
  darwin: 'Install Google Chrome from https://www.google.com/chrome',
  win32: 'Install Google Chrome from https://www.google.com/chrome',
};

/** The browser for the journeys: found, or installed where that is possible, or null after having said how. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (canInstall()) {
    tell('Installing Chromium for the journeys in a browser (apt-get): about a minute, this once.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const isDone = spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' }).status === 0;
    if (isDone) spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, stdio: 'ignore' });
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  tell(`No Chrome or Chromium is found, so the journeys in a browser will fail. ${advice[process.platform] ?? advice.linux}, or set CHROME_PATH to the program.`);
  return null;
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function findBrowser() {
  const set = process.env.CHROME_PATH;
  if (set) {
    if (existsSync(set)) return set;
    tell(`CHROME_PATH says ${set}, but there is no such file; looking elsewhere.`);
  }
  return [...onPath(), ...usualPlaces[process.platform]?.() ?? [], ...downloadedByPlaywright()].find((file) => existsSync(file)) ?? null;
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return process.platform === 'win32' ? [] : names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

const usualPlaces = {
  linux: () => ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: () =>
    ['', homedir()].flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ]),
  win32: () =>
    [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean).flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

function downloadedByPlaywright() {
  const cache = {
    linux: path.join(homedir(), '.cache', 'ms-playwright'),
    darwin: path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }[process.platform];
  if (cache === undefined || !existsSync(cache)) return [];
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe'];
  const versions = readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().reverse();
  return versions.flatMap((version) => programs.map((program) => path.join(cache, version, program)));
}
