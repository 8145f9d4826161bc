#!/usr/bin/env node
// Starts Tiptoe, a Java program that lies in this package, with the Java of this machine.
'use strict';

const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const tty = require('tty');

const OLDEST = 17;
const WRONG_USE = 2;
const INSTALL = {
  darwin: 'brew install openjdk@21',
  win32: 'winget install EclipseAdoptium.Temurin.21.JRE',
  linux:
    'sudo apt install openjdk-17-jre-headless (Debian, Ubuntu),\n' +
    '  sudo dnf install java-21-openjdk-headless (Fedora), apk add openjdk17-jre-headless (Alpine)',
};

function die(problem) {
  const install = INSTALL[process.platform] || 'https://adoptium.net';
  process.stderr.write(
    `tiptoe: Java ${OLDEST} or newer is needed, but ${problem}.\n` +
      `  Install a JRE, for example: ${install}\n  or set JAVA_HOME to one.\n`);
  process.exit(WRONG_USE);
}

function findJava() {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  if (process.env.JAVA_HOME) {
    const java = path.join(process.env.JAVA_HOME, 'bin', name);
    return fs.existsSync(java) ? java : die(`there is no ${java}, where JAVA_HOME leads to`);
  }
  const folders = (process.env.PATH || '').split(path.delimiter).filter(path.isAbsolute);
  const java = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
  return java || die('there is no java on the PATH');
}

// Reading the release file saves starting Java twice; some Java commands are stubs without one.
function versionOf(java) {
  try {
    const release = path.join(path.dirname(fs.realpathSync(java)), '..', 'release');
    return /^JAVA_VERSION="([^"]+)"/m.exec(fs.readFileSync(release, 'utf8'))[1];
  } catch (unreadable) {
    const said = /version "([^"]+)"/.exec(spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr);
    return said ? said[1] : '';
  }
}

const java = findJava();
const version = versionOf(java);
if (!(parseInt(version, 10) >= OLDEST)) {
  die(version ? `${java} is ${version}` : `${java} does not say its version`);
}

// Java cannot tell everywhere which streams are terminals, and how wide they are.
const terminals = ['out', 'err'].filter((name, index) => tty.isatty(index + 1)).join();
const width = process.env.COLUMNS || process.stdout.columns;

// From an archive of its loaded classes Java starts this in half the time. It is the user's
// own and made in the background, as bin/tiptoe of the other releases does it.
const jar = path.join(__dirname, '..', 'lib', 'tiptoe.jar');
const program = ['-cp', jar, 'dev.tiptoe.cli.Main'];
const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss16m']; // SQL parsers recurse deeply.

function archives() {
  const usual = process.platform === 'win32'
    ? process.env.LOCALAPPDATA
    : process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, '.cache'));
  const cache = process.env.TIPTOE_CACHE || usual || '';
  return path.isAbsolute(cache) ? path.join(cache, 'tiptoe', 'archives') : undefined;
}

// One for each release, place and Java.
function archive(folder) {
  const release = require('../package.json').version;
  const javaHome = path.dirname(path.dirname(fs.realpathSync(java)));
  const places = [path.dirname(__dirname), javaHome].map((place) => place.replace(':', ''));
  return path.join(folder, release, ...places, version);
}

function stat(file) {
  return fs.statSync(file, { throwIfNoEntry: false });
}

function isOwn(file) {
  const found = stat(file);
  const owned = found && (!process.getuid || found.uid === process.getuid());
  return owned && found.mtimeMs >= stat(jar).mtimeMs;
}

function train(file, folder) {
  const begun = stat(`${file}.new`);
  const inBuild = process.env.CI && process.env.CI !== 'false';
  if (inBuild || (begun && Date.now() - begun.mtimeMs < 24 * 60 * 60 * 1000)) {
    return;
  }
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const how = { cwd: os.tmpdir(), detached: true, stdio: 'ignore', windowsHide: true };
    spawn(java, [...options, ...program, 'train', file, folder], how).on('error', () => {}).unref();
  } catch (unwritable) {
    // Then every run starts without.
  }
}

function fromArchive() {
  const folder = archives();
  const file = folder && archive(folder);
  if (file && isOwn(file)) {
    // Java would say on standard output why it cannot use an archive.
    return ['-Xlog:disable', `-XX:SharedArchiveFile=${file}`];
  }
  if (file) {
    train(file, folder);
  }
  return [];
}

// A terminal signals both; others signal only this process, which must not end before its child.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of SIGNALS) {
  process.on(signal, () => child.kill(signal));
}

const child = spawn(
  java,
  [
    ...options,
    ...fromArchive(),
    `-Dtiptoe.launcher=${path.resolve(process.argv[1])}`,
    `-Dtiptoe.terminal=${terminals}`,
    ...program,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: width ? { ...process.env, COLUMNS: width } : process.env });
child.on('error', (error) => die(`${java} does not start: ${error.message}`));

child.on('exit', (code, signal) => {
  process.exitCode = signal ? 128 + os.constants.signals[signal] : code;
});
