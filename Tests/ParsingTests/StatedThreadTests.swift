import Model
import Parsing
import Testing

/// Threads, questions and comments of schema.org in JSON-LD.
struct StatedThreadTests {
    private static let thread = """
        {"@context": "https://schema.org", "@type": "DiscussionForumPosting",
         "headline": "Zefirnet &amp; awaria", "url": "https://forum.example/t/7", "commentCount": 12,
         "author": {"@type": "Person", "name": "Ola Ż."}, "datePublished": "2026-11-20T10:00:00Z",
         "text": "Od rana leży.\\nKto jeszcze?",
         "comment": [
           {"@type": "Comment", "author": {"@type": "Person", "name": "jan"},
            "datePublished": "2026-11-20T11:00:00Z", "text": "U mnie też.",
            "url": "https://forum.example/t/7#p2",
            "parentItem": {"@type": "Comment", "text": "Od rana leży."},
            "sharedContent": {"@type": "Comment", "text": "Słowa kogoś innego."}},
           {"author": "ewa", "dateCreated": "2026-11-20", "text": "<p>A u mnie działa</p>"},
           {"@type": "Comment", "author": "iza", "text": " "}
         ]}
        """

    private static let questions = """
        {"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Czemu Zefirnet nie działa?",
          "answerCount": 2, "author": {"@type": "Person", "name": "Ola"},
          "datePublished": "2026-11-20",
          "acceptedAnswer": {"@type": "Answer", "text": "<p>Restart pomaga.</p>",
            "author": {"@type": "Person", "name": "Jan"}, "url": "https://qa.example/1#a2"},
          "suggestedAnswer": [{"@type": "Answer", "text": "Nie wiem.", "datePublished": "2026-11-21"},
            {"@type": "Answer", "text": "Zadzwoń do nas."}]}}
        """

    private static let article = """
        {"@type": "NewsArticle", "headline": "Awaria", "articleBody": "Zefirnet stoi.",
         "comment": [{"@type": "Comment", "author": "ewa", "text": "Znowu?"}]}
        """

    private func page(_ json: String, _ kind: Source.Kind, body: String = "<p>Wczytywanie</p>")
        throws -> ParsedDocument
    {
        try DocumentParser().parse(
            Array(
                """
                <!DOCTYPE html><html lang="pl"><head><title>Forum</title>
                <link rel="canonical" href="https://forum.example/t/7">
                <script type="application/ld+json">\(json)</script></head>
                <body>\(body)</body></html>
                """.utf8), url: "https://forum.example/t/7", kind: kind)
    }

    @Test(arguments: [Source.Kind.page, .forum])
    func `a thread that a page states is its entries, with what it is about`(kind: Source.Kind)
        throws
    {
        let entries = try page(Self.thread, kind).entries
        #expect(
            entries.map(\.text) == [
                "Od rana leży.\nKto jeszcze?", "U mnie też.", "A u mnie działa",
            ])
        #expect(entries.map { $0.authors.first?.name } == ["Ola Ż.", "jan", "ewa"])
        #expect(
            entries.map(\.published) == [
                FeedDate.date("2026-11-20T10:00:00Z"), FeedDate.date("2026-11-20T11:00:00Z"),
                FeedDate.date("2026-11-20"),
            ])
        // The page is that of who began.
        #expect(
            entries.map(\.link) == [
                "https://forum.example/t/7", "https://forum.example/t/7#p2", nil,
            ])
        #expect(entries.map(\.commentCount) == [12, nil, nil])
        #expect(entries.first?.title?.hasPrefix("Zefirnet") == true)
        #expect(Set(entries.map(\.title)).count == 1)
    }

    @Test func `a question and its answers are entries, but none that nobody asked or gave`() throws
    {
        let entries = try page(Self.questions, .page).entries
        #expect(entries.map(\.text) == [nil, "Restart pomaga.", "Nie wiem."])
        #expect(entries.map(\.content) == [nil, "<p>Restart pomaga.</p>", "Nie wiem."])
        #expect(entries.allSatisfy { $0.title == "Czemu Zefirnet nie działa?" })
        #expect(entries.map(\.commentCount) == [2, nil, nil])
        #expect(entries.map { $0.authors.first?.name } == ["Ola", "Jan", nil])
    }

    @Test(arguments: ["FAQPage", "Quiz"])
    func `what a site asks and answers itself is nobody's post`(type: String) throws {
        let json = Self.questions.replacing("QAPage", with: type)
        #expect(throws: ParseError.self) { try page(json, .page) }
        #expect(throws: ParseError.self) { try page(json, .forum) }
    }

    @Test func `comments that an article states are read where comments are listened to`() throws {
        let body = "<article><h1>Awaria</h1><p>Zefirnet stoi.</p></article>"
        #expect(try page(Self.article, .page, body: body).entries.map(\.title) == ["Awaria"])
        let comments = try page(Self.article, .forum, body: body).entries
        #expect(comments.map(\.text) == ["Znowu?"])
        #expect(comments.map { $0.authors.first?.name } == ["ewa"])
    }

    @Test func `what a firm answers to a review is not what customers say`() throws {
        let json = """
            {"@type": "Product", "review": [
              {"@type": "Review", "author": "ola", "datePublished": "2026-11-20",
               "reviewBody": "Przecieka.",
               "comment": [
                 {"@type": "Comment", "author": {"@type": "Organization", "name": "Kawka"},
                  "text": "Przepraszamy."},
                 {"@type": "Comment", "author": {"@type": "Person", "name": "jan"},
                  "text": "U mnie też."}]}]}
            """
        #expect(try page(json, .page).entries.map(\.text) == ["Przecieka.", "U mnie też."])
    }

    @Test func `reviews beside a question are not about it`() throws {
        let json = """
            {"@type": "Product", "review": [
              {"@type": "Review", "author": "ola", "datePublished": "2026-11-20",
               "reviewBody": "Przecieka."}],
             "subjectOf": {"@type": "Question", "name": "Pasuje na indukcję?", "author": "jan",
               "datePublished": "2026-11-21"}}
            """
        #expect(try page(json, .page).entries.map(\.title) == [nil, "Pasuje na indukcję?"])
    }

    /// As plug-ins and old templates write them.
    @Test(arguments: [
        ("application/ld+json; charset=utf-8", "", ""), ("application/ld+json", "<!--\n", "\n-->"),
        ("application/ld+json", "//<![CDATA[\n", "\n//]]>"),
        ("application/ld+json", "/*<![CDATA[*/", "/*]]>*/"), ("application/ld+json", "", ";"),
    ])
    func `what stands around the JSON of a script is passed over`(
        type: String, start: String, end: String
    ) throws {
        let html = "<html><body><script type=\"\(type)\">\(start)\(Self.thread)\(end)</script>"
        let entries = try DocumentParser().parse(Array(html.utf8), kind: .forum).entries
        #expect(entries.count == 3)
    }

    @Test func `a document of threads is read as a feed`() throws {
        let document = try DocumentParser().parse(Array(Self.thread.utf8))
        #expect(document.feed.format == .jsonLD)
        #expect(document.entries.map { $0.authors.first?.name } == ["Ola Ż.", "jan", "ewa"])
        #expect(document.entries.map(\.commentCount) == [12, nil, nil])
    }

    /// As each forum counts.
    @Test(
        arguments: [
            (
                #""interactionStatistic": {"@type": "InteractionCounter", "userInteractionCount": 3, "#
                    + #""interactionType": "https://schema.org/CommentAction"}"#, 3
            ),
            (
                #""interactionStatistic": [{"interactionType": {"@type": "LikeAction"}, "#
                    + #""userInteractionCount": 9}, {"interactionType": {"@type": "ReplyAction"}, "#
                    + #""userInteractionCount": "4"}]"#, 4
            ),
            (#""commentCount": -1"#, nil), (#""commentCount": "wiele""#, nil),
        ] as [(String, Int?)])
    func `the answers to a thread are counted as it states them`(field: String, count: Int?) throws
    {
        let json = Self.thread.replacing(#""commentCount": 12"#, with: field)
        #expect(try page(json, .page).entries.first?.commentCount == count)
    }
}
