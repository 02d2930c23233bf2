// What a program takes, measured on programs of which it is known.
import { useOf } from "../../server/src/bench/programUse";

const onLinux = process.platform === "linux" ? test : test.skip;
const run = (code: string, killAfterSeconds?: number) =>
  useOf({
    command: ["-e", code],
    environment: process.env,
    postmaster: process.pid,
    ...(killAfterSeconds === undefined ? {} : { killAfterSeconds }),
  });

test("its end, what it said, and how long it took", async () => {
  const { code, said, seconds } = await run(
    "setTimeout(() => { console.log('done'); process.exitCode = 3; }, 300)",
  );
  expect({ code, said }).toEqual({ code: 3, said: "done\n" });
  expect(seconds).toBeGreaterThan(0.3);
});

test("killed, it has no exit code", async () => {
  expect((await run("setTimeout(() => undefined, 60_000)", 0.1)).code).toBeNull();
});

onLinux("the most memory that it had at once, and its processor time", async () => {
  const holds =
    "let held = Buffer.alloc(300e6, 1); const until = Date.now() + 700; while (Date.now() < until);";
  const { program, database } = await run(`${holds} held = null; setTimeout(() => undefined, 400)`);
  expect(program.memoryMb).toBeGreaterThan(286);
  expect(program.memoryMb).toBeLessThan(500);
  expect(program.processorSeconds).toBeGreaterThan(0.1);
  // This process stands for the database's; it did little meanwhile.
  expect(database.memoryMb).toBeGreaterThan(20);
});
