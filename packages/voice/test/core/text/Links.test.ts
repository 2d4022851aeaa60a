import { describe, expect, it } from "vitest"
import { escape } from "@loopdrive/domain/Html"
import { htmlOf } from "../../../src/core/composer/EmailHtml.ts"
import { hostOf, isOwnHost, linksIn, unsafeIn } from "../../../src/core/text/Links.ts"

const unsafe = (text: string, own: ReadonlyArray<string> = []) => unsafeIn(text, own).map(({ problem }) => problem)

describe("links", () => {
  it("are found with and without a scheme, less their punctuation", () => {
    const text = "See https://a.test/x?y=1, www.b.com; c.io/path. and (d.example)! But not e.g. this.thing or x@f.com"
    expect(linksIn(text).map((link) => link.text)).toEqual([
      "https://a.test/x?y=1",
      "www.b.com",
      "c.io/path",
      "d.example"
    ])
    expect(linksIn("https://WWW.A.test/x/")[0]).toMatchObject({ host: "a.test", path: "/x" })
    expect(linksIn("https://[bad and http://")).toEqual([])
  })

  it("belong to the brand on its hosts and below", () => {
    expect(isOwnHost("shop.lumen.test", ["lumen.test"])).toBe(true)
    expect(isOwnHost("notlumen.test", ["lumen.test"])).toBe(false)
    expect(isOwnHost("lumen.test", ["https://www.lumen.test/a"])).toBe(true)
    expect(isOwnHost("lumen.test", ["not a host"])).toBe(false)
    expect([hostOf("LUMEN.test"), hostOf("ftp://a.test/x"), hostOf("  "), hostOf("data:x")]).toEqual([
      "lumen.test",
      "a.test",
      undefined,
      undefined
    ])
  })

  it.each([
    "javascript:alert(1)",
    "JAVA SCRIPT :alert(1)",
    "java\u200bscript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "java&Tab;script:x",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "<script>",
    "<img src=x onerror=y>",
    "https://a@b.test",
    "http://127.0.0.1/x",
    "https://a.test/setup.exe",
    "https://xn--e1awd7f.test"
  ])("are not safe as %s", (text) => expect(unsafe(`See ${text} now`)).not.toEqual([]))

  it("are safe otherwise", () => {
    expect(unsafe("See https://a.test/about: it is a file. Data: text. Profile: /me")).toEqual([])
    expect(unsafe("https://xn--e1awd7f.test", ["xn--e1awd7f.test"])).toEqual([])
    expect(unsafe("Fish &amp; chips &#38; peas")).toEqual([])
  })
})

describe("html", () => {
  it("escapes everything and links only what is a web address", () => {
    expect(escape(`<a href="x">'&`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;")
    expect(htmlOf("A <b>\nsee https://a.test/?a=1&b=2 or www.c.com\n\n\n\nB")).toBe(
      '<p>A &lt;b&gt;<br>see <a href="https://a.test/?a=1&amp;b=2">https://a.test/?a=1&amp;b=2</a> or www.c.com</p>\n<p>B</p>'
    )
    expect(htmlOf(" \n\n")).toBe("")
  })
})
