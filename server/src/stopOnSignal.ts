// Ctrl-C and `kill` end a process the clean way: once, with a limit, and with the exit code that shells expect.

const WITHIN_MS = 40_000;

export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (code: number) => () => {
    // npm and the shell may both pass the same signal on.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), WITHIN_MS).unref();
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end(130));
  process.on("SIGTERM", end(143));
  process.on("SIGHUP", end(129));
  // Under `npm start` there is a starter above: if it is killed, nobody could stop this process any more.
  if (process.connected) {
    process.on("disconnect", end(0));
    process.channel?.unref();
  }
}
