import Model
import Parsing
import Testing

/// Reviews of schema.org in JSON-LD.
struct StatedReviewTests {
    private static let product = """
        {"@context": "https://schema.org", "@type": "Product", "name": "Ekspres Kawka 3",
         "description": "Ekspres z młynkiem.",
         "aggregateRating": {"@type": "AggregateRating", "ratingValue": "3.5", "reviewCount": 2},
         "review": [
           {"@type": "Review", "author": {"@type": "Person", "name": "Ola Ż."}, "name": "Przecieka",
            "datePublished": "2026-11-20", "reviewBody": "Po miesiącu przecieka.\\nSerwis milczy.",
            "url": "https://sklep.example/kawka-3",
            "reviewRating": {"@type": "Rating", "ratingValue": "4", "bestRating": "10"}},
           {"@type": ["Review"], "author": "jan", "datePublished": "2026-11-21T10:00:00Z",
            "description": "Świetna kawa &amp; pianka.", "@id": "https://sklep.example/kawka-3#r2",
            "reviewRating": {"ratingValue": 4.5}},
           {"@type": "Review", "author": "ewa", "reviewRating": {"ratingValue": 5}}
         ]}
        """

    private func page(_ json: String, body: String) throws -> ParsedDocument {
        try DocumentParser().parse(
            Array(
                """
                <!DOCTYPE html><html lang="pl"><head><title>Ekspres Kawka 3</title>
                <link rel="canonical" href="https://sklep.example/kawka-3">
                <script type="application/ld+json">\(json)</script></head>
                <body>\(body)</body></html>
                """.utf8), url: "https://sklep.example/kawka-3", kind: .page)
    }

    @Test(arguments: [
        "<p>Opinie</p>", "<article><h2>Kawka 4</h2><p>Zobacz też nowy model.</p></article>",
    ])
    func `reviews that a page states and shows by a script are its entries`(body: String) throws {
        let document = try page(Self.product, body: body)
        #expect(
            document.entries.map(\.text) == [
                "★★☆☆☆\nPo miesiącu przecieka.\nSerwis milczy.", "★★★★½\nŚwietna kawa & pianka.",
            ])
        #expect(document.entries.map(\.title) == ["Przecieka", nil])
        #expect(document.entries.map { $0.authors.first?.name } == ["Ola Ż.", "jan"])
        #expect(
            document.entries.map(\.published) == [
                FeedDate.date("2026-11-20"), FeedDate.date("2026-11-21T10:00:00Z"),
            ])
        // The page is nobody's own.
        #expect(
            document.entries.map(\.link) == [nil, "https://sklep.example/kawka-3#r2"])
        #expect(document.feed.format == .html)
    }

    @Test func `a review that two scripts state is one, with its address`() throws {
        let json = """
            {"@type": "Product", "review": {"@type": "Review", "reviewBody": "Przecieka.",
             "url": "https://sklep.example/r/1", "reviewRating": {"ratingValue": "4,5"}}}
            """
        let script = "<script type=\"application/ld+json\">\(json)</script>"
        let document = try page(json, body: "<p>Opinie</p>\(script)")
        #expect(document.entries.map(\.link) == ["https://sklep.example/r/1"])
        #expect(document.entries.map(\.text) == ["★★★★½\nPrzecieka."])
        #expect(document.problems.isEmpty)
    }

    /// Of other scales, in words, and numbers that are none.
    @Test(arguments: [
        (#"{"ratingValue": "80", "bestRating": 100}"#, "★★★★☆\n"),
        (#"{"ratingValue": "8,0", "bestRating": "10", "worstRating": "0"}"#, "★★★★☆\n"),
        (#"[{"ratingValue": "4/5"}]"#, "★★★★☆\n"), ("\"4 out of 5\"", "★★★★☆\n"),
        (#"{"ratingValue": "nan"}"#, ""), (#"{"ratingValue": 8}"#, ""),
        (#"{"ratingValue": 1e999, "bestRating": 1e999}"#, ""),
    ])
    func `a stated rating counts where it stands on its scale`(rating: String, stars: String)
        throws
    {
        let json = """
            {"@type": "Review", "reviewBody": "Przecieka.", "reviewRating": \(rating),
             "author": [{"@type": "Person", "name": "Ola"}, {"@type": "Person", "name": "Jan"}]}
            """
        let document = try page(json, body: "<p>Opinie</p>")
        #expect(document.entries.map(\.text) == ["\(stars)Przecieka."])
        #expect(document.entries.map { $0.authors.first?.name } == ["Ola"])
    }

    @Test func `what is nested too deep, too large or no JSON states nothing`() throws {
        let review = #"{"@type": "Review", "reviewBody": "Przecieka."}"#
        for json in [
            String(repeating: "[", count: 65) + review + String(repeating: "]", count: 65),
            review + String(repeating: " ", count: 600_000), review.replacing("}", with: ""),
        ] {
            #expect(throws: ParseError.self) { try page(json, body: "<p>Opinie</p>") }
        }
    }

    @Test func `what a blog quotes of its customers is not what it is there for`() throws {
        let quoted = """
            {"@type": "Organization", "review": [
              {"@type": "Review", "author": "iza", "reviewBody": "Polecam!"},
              {"@type": "Review", "author": "ewa", "reviewBody": "Pełna profeska."}]}
            """
        let document = try page(
            quoted, body: "<article><h2>Nowy wpis</h2><p>Dziś o młynkach.</p></article>")
        #expect(document.entries.map(\.title) == ["Nowy wpis"])
    }

    @Test func `a document of reviews is read as a feed`() throws {
        let document = try DocumentParser().parse(
            Array("{\"@context\": \"https://schema.org\", \"@graph\": [\(Self.product)]}".utf8))
        #expect(document.feed.format == .jsonLD)
        #expect(document.entries.map { $0.authors.first?.name } == ["Ola Ż.", "jan"])
        #expect(document.entries.first?.text?.hasPrefix("★★☆☆☆\n") == true)
        #expect(throws: ParseError.self) {
            try DocumentParser().parse(Array("{\"@type\": \"Product\", \"name\": \"Kawka\"}".utf8))
        }
    }

    @Test(arguments: [
        (#"{"@type": "Review", "reviewBody": "Dobry.", "reviewRating": {"ratingValue": 4}}"#, true),
        (
            #"{"@type": "Product", "review": {"reviewBody": "Zły.", "reviewRating": {"ratingValue": 1}}}"#,
            false
        ),
    ])
    func `the stars of a review on its own page stand before its words`(json: String, isOwn: Bool)
        throws
    {
        let words = """
            Ekspres Kawka 3 parzy szybko, a młynek jest cichy. Po trzech miesiącach używania nie
            mamy mu nic do zarzucenia, poza zbyt małym pojemnikiem na fusy i krótkim kablem.
            """
        let page = try DocumentParser().mainText(
            of: Array(
                """
                <!DOCTYPE html><html><head><title>Recenzja</title>
                <script type="application/ld+json">\(json)</script></head>
                <body><article><h1>Recenzja</h1><p>\(words)</p></article></body></html>
                """.utf8), url: "https://blog.example/kawka", contentType: "text/html")
        #expect(page.text?.hasPrefix("★★★★☆\nEkspres Kawka") == isOwn)
        #expect(page.text?.contains("krótkim kablem") == true)
    }
}
