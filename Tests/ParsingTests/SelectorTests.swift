import Model
import Parsing
import Testing

struct SelectorTests {
    private static let page = Array(
        """
        <div id="a" class="post first"><p>one</p></div>
        <div class="posted"><p>two</p></div>
        <section><div class="post" data-kind="x-y"><span><p>three</p></span></div></section>
        <p lang="it's">four</p>
        """.utf8)

    @Test(arguments: [
        ("div", ["one", "two", "three"]),
        (".post", ["one", "three"]),
        ("div.post.first", ["one"]),
        ("#a", ["one"]),
        ("div > p", ["one", "two"]),
        ("div p", ["one", "two", "three"]),
        ("section div > span p", ["three"]),
        ("*[data-kind]", ["three"]),
        ("[data-kind=x-y]", ["three"]),
        ("[data-kind^='x']", ["three"]),
        ("[data-kind$=\"-y\"]", ["three"]),
        ("[data-kind*='-']", ["three"]),
        ("[class~=first], section", ["one", "three"]),
        ("P[lang=\"it's\"]", ["four"]),
        ("#a > p , .posted", ["one", "two"]),
        ("//div", ["one", "two", "three"]),
        ("./html/body/div[2]", ["two"]),
        ("//p[@lang]", ["four"]),
        ("(//div)[last()]", ["three"]),
        ("descendant::p[contains(., 'o')]", ["one", "two", "four"]),
        ("//div/@id", ["one"]),
        ("//section//span/p/text()", ["three"]),
    ])
    func `selectors find what they find in a browser`(selector: String, texts: [String]) throws {
        let document = try DocumentParser().parse(
            Self.page, kind: .page, selectors: PageSelectors(item: selector))
        #expect(document.entries.map(\.text) == texts)
    }
}
