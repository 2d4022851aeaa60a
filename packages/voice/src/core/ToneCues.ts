/** Words by which a tone is heard, for `Alignment`: those that speak for it and those that speak against it. */

interface Cue {
  readonly toward: RegExp
  readonly against: RegExp
  /** Points of a hundred that one cue in a hundred words moves. */
  readonly least: number
}

type Slider = "formal" | "playful" | "confident" | "empathetic" | "technical"

export const cues: Readonly<Record<Slider, Cue>> = {
  formal: {
    toward:
      /\b(?:dear|sincerely|regards|respectfully|furthermore|therefore|however|kindly|pleased|would you|may we|we would|please find|hereby|regarding|moreover|accordingly|at your convenience|shall|whom|do not|cannot|will not|it is|we are|you are)\b/gi,
    against:
      /\b(?:hey|yo|yeah|yep|nope|gonna|wanna|gotta|cool|awesome|stuff|kinda|guys|folks|lol|omg|btw|super|hi there|cheers|ok|okay|psst|y'all)\b|\b\w+['’](?:s|re|ve|ll|d|t|m)\b|!/gi,
    least: 6
  },
  playful: {
    toward:
      /\b(?:fun|play|yay|woohoo|hooray|treat|party|magic|dance|wiggle|giggle|oops|psst|spoiler|surprise|guess what|confess|plot twist|silly|cheeky|delight|jazz|spark|hey|ta-da|sneak peek)\b|!|\p{Extended_Pictographic}/giu,
    against:
      /\b(?:pursuant|hereby|regulat\w+|compliance|accordingly|furthermore|obligat\w+|sincerely|liabilit\w+|terms)\b/gi,
    least: 6
  },
  confident: {
    toward:
      /\b(?:will|proven|certain|sure|know|definitely|exactly|always|clear|clearly|best|lead\w*|trust|trusted|results?|works?|deliver\w*|ready|strong\w*|straight|here is)\b/gi,
    against:
      /\b(?:maybe|perhaps|might|possibly|could be|try to|hopefully|somewhat|a bit|kind of|sort of|we think|not sure|just wondering|sorry to bother)\b/gi,
    least: 5
  },
  empathetic: {
    toward:
      /\b(?:understand|feel|feeling|help|support|sorry|care|hear|listen|thank|thanks|appreciate|hope|no pressure|no rush|whenever|together|happy to|glad|here for you|take your time|if it suits|your pace|mind|welcome|remember\w*)\b/gi,
    against: /\b(?:must|immediately|now or never|demand|failure to|required to|wrong|fault|penalty|final notice)\b/gi,
    least: 6
  },
  technical: {
    toward:
      /\b(?:api|sdk|latency|throughput|integration|configur\w+|database|deploy\w*|protocol|encrypt\w+|schema|cluster|algorithm|benchmark\w*|architecture|endpoint|runtime|server|cache|query|bandwidth|specification|kernel|module|oauth|webhook\w*|json|metrics?|pipeline|workflow|data|setup|technical|detail\w*)\b/gi,
    against: /\b(?:magic|lovely|cosy|cozy|delicious|simply|easy-peasy|dreamy|beautiful)\b/gi,
    least: 5
  }
}
