import Model
import Parsing
import Testing

/// Reviews in RDFa and microformats, without selectors.
struct ReviewPageTests {
    private func entries(_ body: String) throws -> [Entry] {
        try DocumentParser().parse(
            Array("<!DOCTYPE html><html lang=\"pl\"><body>\(body)</body></html>".utf8),
            url: "https://sklep.example/kawka-3", kind: .page
        ).entries
    }

    private static let rdfa = """
        <div vocab="https://schema.org/" typeof="Product"><h1 property="name">Kawka 3</h1>
        <div property="review" typeof="Review"><span property="author" typeof="Person"><b
        property="name">Ola</b></span> <meta property="datePublished" content="2026-11-20">
        <span property="reviewRating" typeof="Rating"><b property="ratingValue">2</b></span>
        <p property="reviewBody">Przecieka.</p></div>
        <div typeof="schema:Review"><span property="schema:name">Polecam</span>
        <span property="schema:author">Jan</span>
        <time property="schema:datePublished" datetime="2026-11-21">wczoraj</time>
        <div property="schema:reviewRating" typeof="schema:Rating"><meta
        property="schema:ratingValue" content="8"><meta property="schema:bestRating"
        content="10"></div><p property="schema:reviewBody">Świetna.</p></div></div>
        """

    private static let microformats = """
        <div class="h-review"><a class="p-author h-card" href="/ola">Ola</a>
        <time class="dt-published" datetime="2026-11-20">wczoraj</time>
        <data class="p-rating" value="2">2</data><div class="e-content">Przecieka.</div></div>
        <div class="hreview"><b class="summary">Polecam</b><span class="reviewer vcard"><span
        class="fn">Jan</span></span> <abbr class="dtreviewed" title="2026-11-21">sobota</abbr>
        <span class="rating"><span class="value">8</span>/<span class="best">10</span></span>
        <div class="description">Świetna.</div></div>
        """

    @Test(arguments: [rdfa, microformats])
    func `reviews are entries with their stars`(body: String) throws {
        let entries = try entries(body)
        #expect(entries.map(\.text) == ["★★☆☆☆\nPrzecieka.", "★★★★☆\nŚwietna."])
        #expect(entries.map { $0.authors.first?.name } == ["Ola", "Jan"])
        #expect(entries.map(\.title) == [nil, "Polecam"])
        #expect(
            entries.map(\.published) == [
                FeedDate.date("2026-11-20"), FeedDate.date("2026-11-21"),
            ])
    }

    @Test func `what a blog quotes of itself beside its posts is none of them`() throws {
        let entries = try entries(
            """
            <div vocab="https://schema.org/" typeof="Review"><b property="author">Jan</b>
            <p property="reviewBody">Polecam.</p></div>
            <div class="h-entry"><h2 class="p-name">Kawka 3</h2>
            <div class="e-content"><p>Parzy szybko.</p></div></div>
            """)
        #expect(entries.map(\.text) == ["Parzy szybko."])
    }

    @Test func `the box in which a post sums up what it says is not the post`() throws {
        let entries = try entries(
            """
            <article class="hentry"><h2 class="entry-title">Kawka 3</h2>
            <div class="entry-content"><p>Parzy szybko.</p></div>
            <div class="hreview"><span class="rating">4</span>
            <div class="description">Dobra.</div></div></article>
            """)
        #expect(entries.map(\.text) == ["Parzy szybko."])
    }
}
