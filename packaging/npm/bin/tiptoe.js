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

// SQL parsers recurse deeply, hence the stack size.
const child = spawn(
  java,
  [
    '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Xss16m',
    `-Dtiptoe.launcher=${path.resolve(process.argv[1])}`,
    `-Dtiptoe.terminal=${terminals}`,
    '-cp', path.join(__dirname, '..', 'lib', 'tiptoe.jar'), 'dev.tiptoe.cli.Main',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: width ? { ...process.env, COLUMNS: width } : process.env });
child.on('error', (error) => die(`${java} does not start: ${error.message}`));

// A terminal signals both; others signal only this process, which must not end before its child.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of SIGNALS) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 128 + os.constants.signals[signal] : code;
});
