import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Utm from "../../src/core/Utm.ts"

const params = { source: "loopdrive", medium: "sms" }
const added = "utm_source=loopdrive&utm_medium=sms"

describe("UTM parameters on a link", () => {
  for (const [before, after] of [
    ["https://a.example", `https://a.example?${added}`],
    ["https://a.example/p?x=1", `https://a.example/p?x=1&${added}`],
    ["https://a.example/p?", `https://a.example/p?${added}`],
    ["https://a.example/p?x=1&", `https://a.example/p?x=1&${added}`],
    ["https://a.example/p#top", `https://a.example/p?${added}#top`],
    ["https://a.example/?x=%C3%A4#a?b", `https://a.example/?x=%C3%A4&${added}#a?b`],
    ["HTTPS://A.example/p", `HTTPS://A.example/p?${added}`],
    ["https://a.example/?utm_source=own", "https://a.example/?utm_source=own&utm_medium=sms"],
    ["https://a.example/?UTM%5Fsource=own&utm_medium", "https://a.example/?UTM%5Fsource=own&utm_medium"],
    ["https://a.example/?%zz=1", `https://a.example/?%zz=1&${added}`]
  ] as const)
    it(`make ${before} ${after}`, () => assert.strictEqual(Utm.applyToUrl(before, params), after))

  it("leave alone what is not on the web", () => {
    for (const url of [
      "mailto:a@b.example",
      "tel:+1415",
      "javascript:alert(1)",
      "data:text/html,x",
      "/p",
      "https://",
      "https://[",
      "#a"
    ])
      assert.strictEqual(Utm.applyToUrl(url, params), url)
  })

  it("leave alone the links that are excepted", () => {
    const url = "https://me.example/u/token"
    assert.strictEqual(Utm.applyToUrl(url, params, { except: ["", "https://me.example/u/"] }), url)
    assert.notStrictEqual(Utm.applyToUrl("https://a.example", params, { except: [""] }), "https://a.example")
  })

  it("are encoded, trimmed, and only the known ones with a value", () => {
    const odd = { utm_campaign: " spring & sale ", medium: "", colour: "red", Term: "a b" }
    assert.strictEqual(
      Utm.applyToUrl("https://a.example/", odd),
      "https://a.example/?utm_campaign=spring%20%26%20sale&utm_term=a%20b"
    )
    assert.strictEqual(Utm.applyToUrl("https://a.example/", {}), "https://a.example/")
  })

  it("go on once, and keep the address a valid one with the same path and fragment", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, size: "xsmall" }), (url) => {
        const once = Utm.applyToUrl(url, params)
        assert.strictEqual(Utm.applyToUrl(once, params), once)
        const [was, is] = [new URL(url), new URL(once)]
        assert.deepStrictEqual([is.origin, is.pathname, is.hash], [was.origin, was.pathname, was.hash])
        assert.strictEqual(is.searchParams.get("utm_source"), "loopdrive")
      })
    )
  })
})

describe("UTM parameters in a text", () => {
  it("go onto each link and not onto the punctuation behind it", () => {
    const text = "See https://a.example/p. Or (https://b.example/x_(y))! mail a@b.example, 'https://c.example/?q=1'"
    assert.strictEqual(
      Utm.applyToText(text, params),
      `See https://a.example/p?${added}. Or (https://b.example/x_(y)?${added})! mail a@b.example, 'https://c.example/?q=1&${added}'`
    )
    assert.deepStrictEqual(Utm.linksOf(text), [
      "https://a.example/p",
      "https://b.example/x_(y)",
      "https://c.example/?q=1"
    ])
    assert.deepStrictEqual(Utm.linksOf("[see https://a.example/p] or https://b.example/?q[]"), [
      "https://a.example/p",
      "https://b.example/?q[]"
    ])
    assert.deepStrictEqual(Utm.linksOf("none"), [])
  })

  it("change nothing but links", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        fc.pre(!/https?:/i.test(text))
        assert.strictEqual(Utm.applyToText(text, params), text)
      })
    )
  })
})

describe("UTM parameters in HTML", () => {
  it("go into the link and not into what is shown", () =>
    assert.strictEqual(
      Utm.applyToHtml(
        '<a class="x" href="https://a.example/?x=1&amp;y=2">https://a.example</a><img src="https://a.example/i.png">',
        params
      ),
      '<a class="x" href="https://a.example/?x=1&amp;y=2&amp;utm_source=loopdrive&amp;utm_medium=sms">https://a.example</a><img src="https://a.example/i.png">'
    ))

  it("know every way to write an attribute", () => {
    for (const [before, after] of [
      ["<A HREF='https://a.example'>", `<A HREF="https://a.example?utm_source=loopdrive&amp;utm_medium=sms">`],
      [
        "<a title='>' href=https://a.example>",
        `<a title='>' href="https://a.example?utm_source=loopdrive&amp;utm_medium=sms">`
      ],
      [
        `<a href="https://a.example/?q=&quot;&#39;">`,
        `<a href="https://a.example/?q=&quot;&#39;&amp;utm_source=loopdrive&amp;utm_medium=sms">`
      ]
    ] as const)
      assert.strictEqual(Utm.applyToHtml(before, params), after)
  })

  it("leave alone mail links, anchors, other elements and excepted links", () => {
    const html =
      '<a href="mailto:a@b.example">a</a><a href="#x">b</a><abbr href="https://a.example">c</abbr><a data-href="https://a.example">d</a><a href="https://me.example/u/t">e</a>'
    assert.strictEqual(Utm.applyToHtml(html, params, { except: ["https://me.example/u/"] }), html)
  })
})
