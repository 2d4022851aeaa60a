/** What a gate found wrong in one place of the source tree; every gate of ours reports in this shape. */
export interface Finding {
  /** Relative to the repository, with `/` on every platform. */
  readonly file: string
  /** Counted from 1; 1 where the file as a whole is meant. */
  readonly line: number
  readonly rule: string
  readonly message: string
}

/** One line an editor can jump to. */
export const render = (finding: Finding): string =>
  `${finding.file}:${finding.line} ${finding.rule}: ${finding.message}`
