/** Notes of a few words, as people keep them in a list: "Customer since 2021", "Plan: starter", "Team of 12". */

/** The rest of such a note, said to the person; undefined where it is not understood. */
type Speak = (rest: string) => string | undefined

const since =
  /^(?:an? |the )?((?:(?:loyal|regular|paying|happy|long-time|active|premium|new) )?(?:customer|client|member|subscriber|user|reader|patient|guest|donor|partner)) since ([^,;.]{2,40})(?:[,;]\s*(?:and )?|\s+and\s+|$)(.*)$/i
const listed = /^([a-z][a-z ]{1,20})\s*[:=]\s*(.{1,120})$/i
const counted =
  /^(\d[\d,.]{0,6}|one|two|three|four|five|six|seven|eight|nine|ten) ((?:\w+ )?(?:employees|people on the team|seats|licen[cs]es|kids|children|daughters|sons|users|locations|stores|shops|branches|cats|dogs|cars|offices|restaurants))(?: (?:on|in|at|with) .*)?$/i
const sized = /^(?:an? )?((?:small |large |big |young )?(?:team|staff|crew|family|household|workforce) of .{1,60})$/i
const planned = /^(?:on )?(?:the |an? )?((?:[\w-]+ )?[\w-]+ plan)\b(.*)$/i
const placed = /^(?:located )?(on the|in|from|near) (?=\S)(.{2,80})$/i

/** What a label of a list says about somebody: `@` stands for what follows it. */
const labels: Readonly<Record<string, string>> = {
  likes: "You like @",
  loves: "You love @",
  dislikes: "You dislike @",
  prefers: "You prefer @",
  preference: "You prefer @",
  wants: "You want @",
  needs: "You need @",
  uses: "You use @",
  owns: "You own @",
  hobby: "You like @",
  hobbies: "You like @",
  interest: "You are interested in @",
  interests: "You are interested in @",
  "interested in": "You are interested in @",
  location: "You are in @",
  city: "You live in @",
  "lives in": "You live in @",
  plan: "You are on the @ plan",
  role: "Your role is @",
  job: "Your job is @",
  title: "Your title is @",
  company: "Your company is @",
  industry: "Your industry is @",
  size: "Your size is @",
  "shoe size": "Your shoe size is @",
  "team size": "Your team size is @",
  budget: "Your budget is @",
  language: "Your language is @",
  "customer since": "You have been a customer since @",
  "member since": "You have been a member since @"
}

const article = (word: string): string => (/^(?:[aeio]|un)/i.test(word) ? "an" : "a")

/** Such a note as a sentence without its stop; undefined when it is not one. */
export const ofTelegram = (note: string, speak: Speak): string | undefined => {
  const [, standing, time = "", more = ""] = since.exec(note) ?? []
  if (standing !== undefined) {
    const head = `You have been ${article(standing)} ${standing.toLowerCase()} since ${time.trim()}`
    const tail = more.trim() === "" ? undefined : speak(more.trim())
    return tail?.startsWith("You ") === true ? `${head} and ${tail.slice(4)}` : head
  }
  const [, label, value = ""] = listed.exec(note) ?? []
  const frame = labels[label?.trim().toLowerCase() ?? ""]
  if (frame !== undefined)
    return frame.replace("@", () =>
      value
        .trim()
        .replace(/[.\s]+$/, "")
        .replace(frame.includes(" plan") ? / plan$/i : /$^/, "")
    )
  if (counted.test(note) || sized.test(note))
    return `You have ${sized.test(note) ? `a ${note.replace(/^an? /i, "").replace(/^\w/, (letter) => letter.toLowerCase())}` : note}`
  const [, plan, seats = ""] = planned.exec(note) ?? []
  if (plan !== undefined)
    return /^(?:, | with )\d+ seats?$/.test(seats) || seats === ""
      ? `You are on the ${plan}${seats.replace(/^, /, " with ")}`
      : undefined
  const [, link, where = ""] = placed.exec(note) ?? []
  return link === undefined || /[.!?;:]/.test(where) ? undefined : `You are ${link.toLowerCase()} ${where}`
}
