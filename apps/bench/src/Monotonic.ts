/** The clock that the processes of a bench share: the machine's monotonic one (`CLOCK_MONOTONIC` on Linux). */

/** Microseconds since some moment that is the same for every process of this machine. */
export const micros = (): number => Number(process.hrtime.bigint() / 1000n)
