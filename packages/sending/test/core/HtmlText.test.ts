import { assert, describe, it } from "@effect/vitest"
import { visible } from "../../src/core/HtmlText.ts"

describe("what is read of HTML", () => {
  it.each([
    ["<p>Hello</p><p>there</p>", "Hello\nthere"],
    ["<p>You f<b>u</b>ck<span style='x'>i</span>ng thing</p>", "You fucking thing"],
    ["a &amp; b &#102;&#x6f;&#111;&nbsp;&bogus; &#0;&#xd800;!", "a & b foo &bogus; !"],
    ["<head><title>t</title></head><style>p{}</style><!-- no --><script>1<2</script>yes<!-- open", "yes"],
    [`<img src="x" alt="A loaf"> and <IMG alt='two' src=y>`, "A loaf and two"],
    ["", ""]
  ])("%s", (html, words) => {
    assert.strictEqual(visible(html), words)
  })
})
