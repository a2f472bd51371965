// Loaded before the program that the launcher starts: when the launcher is gone, the program is asked to stop, so that none
// stays behind. Programs that this one starts in turn are left alone: the launcher is not their parent.
if (process.env.WEGWIJS_LAUNCHER === String(process.ppid) && process.channel !== undefined) {
  process.on('disconnect', () => {
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
  });
  process.channel?.unref();
}
