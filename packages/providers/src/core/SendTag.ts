/**
 * The tag that names our send: given with an email and given back with every webhook about it, so that a webhook finds its
 * send even where the answer with the vendor's own id was lost. Letters, digits, "_" and "-"
 * (https://resend.com/docs/dashboard/emails/tags).
 */
export const sendTag = "send_id"
