// The way in: `node bin/launch.mjs <start|dev|test|check|bench|wegwijs> [arguments]`, as package.json's scripts call it.
// This file keeps to syntax that old versions of Node can read, so that they get a sentence instead of a syntax error.
import process from 'node:process';

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error('Wegwijs needs Node 20 or later; this is Node ' + process.versions.node + '. Install a newer one from https://nodejs.org and run this again.');
  process.exit(1);
}
import('./launch/commands.mjs')
  .then(function (commands) {
    return commands.run(process.argv[2], process.argv.slice(3));
  })
  .then(
    function (code) {
      process.exitCode = code;
    },
    function (error) {
      console.error(error.isPlain ? error.message : error);
      process.exitCode = 1;
    },
  );
