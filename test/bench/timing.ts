/** Milliseconds that some runs took. */
export type Times = readonly number[];

/** How long `run` takes for each of `inputs`, after `rounds - 1` rounds that only warm up, as a server is. */
export function timeEach<Input>(inputs: readonly Input[], run: (input: Input) => unknown, rounds = 6): Times {
  let times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    times = inputs.map((input) => {
      const start = performance.now();
      run(input);
      return performance.now() - start;
    });
  return times;
}

/** The value below which a share of the times lies. */
export function percentile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median of a percentile of several rounds. */
export function medianPercentile(rounds: readonly Times[], share: number): number {
  return percentile(
    rounds.map((times) => percentile(times, share)),
    0.5,
  );
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(a / b < 10 ? 2 : 0)} ×`;
}
