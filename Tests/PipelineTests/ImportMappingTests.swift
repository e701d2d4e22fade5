import Pipeline
import Testing

struct ImportMappingTests {
    @Test(
        arguments: [
            ("text=Review", [ImportField.text: "Review"]),
            ("text=Review,published=Date", [.text: "Review", .published: "Date"]),
            (
                "text=What, in short, happened?,author=Who",
                [.text: "What, in short, happened?", .author: "Who"]
            ),
            ("author=author.name, text=body", [.author: "author.name", .text: "body"]),
        ] as [(String, [ImportField: String])])
    func `a mapping names columns`(text: String, stated: [ImportField: String]) throws {
        #expect(try ImportMapping(text).stated == stated)
    }

    @Test(arguments: [
        ("Review", "'Review' is no mapping"), ("stars=Rating", "'stars' is not something"),
        ("text=A,text=B", "'text' has no column, or two"), ("text=", "'text' has no column"),
    ])
    func `a mapping that cannot be read is refused`(text: String, message: String) {
        let error = #expect(throws: RunError.self) { try ImportMapping(text) }
        #expect(error?.description.contains(message) == true)
    }

    @Test(
        arguments: [
            (
                ["Id", "Author Name", "Review", "Created At"],
                [ImportField.id, .author, .text, .published]
            ),
            (["Data dodania", "Nadawca", "Temat", "Treść"], [.published, .author, .title, .text]),
            (
                ["Datums", "Vārds", "Virsraksts", "Atsauksme"],
                [.published, .author, .title, .text]
            ),
            (
                ["Imię i nazwisko", "Treść opinii", "Data opinii"],
                [.author, .text, .published]
            ),
            (["Reviewer", "Review date", "Review Body"], [.author, .published, .text]),
            // As Google Play and Google Forms export them.
            (
                [
                    "Reviewer Language", "Review Submit Date and Time", "Review Title",
                    "Review Text", "Review Link",
                ], [.language, .published, .title, .text, .url]
            ),
            (["Sygnatura czasowa", "Opinia"], [.published, .text]),
            (["Sygnatura czasowa", "Twoja opinia"], [.published, .text]),
            (["Laiks", "Jūsu atsauksme"], [.published, .text]),
            // As chats and letter boxes are exported.
            (["Data zgłoszenia", "Klient", "Uwagi"], [.published, .author, .text]),
            (["Datums un laiks", "Klients", "Piezīmes"], [.published, .author, .text]),
            (["Date and time", "Customer", "Comments"], [.published, .author, .text]),
            // As sites of reviews, social networks and help desks do.
            (
                [
                    "Review Id", "Review Created (UTC)", "Consumer Username", "Review Title",
                    "Review Content", "Review Language", "Review URL",
                ], [.id, .published, .author, .title, .text, .language, .url]
            ),
            (
                ["created_time", "from.name", "id", "message", "permalink_url"],
                [.published, .author, .id, .text, .url]
            ),
            (["Subject", "Description", "Created at"], [.title, .text, .published]),
            (["text", "ts", "user"], [.text, .published, .author]),
            (["Vārds, uzvārds", "Atsauksmes teksts"], [.author, .text]),
            (["language", "URL", "Comment", "Źródło"], [.language, .url, .text, .source]),
        ] as [([String], [ImportField])])
    func `columns are known by their usual names in three languages`(
        columns: [String], fields: [ImportField]
    ) throws {
        let places = try ImportMapping().places(in: columns)
        #expect(places == Dictionary(uniqueKeysWithValues: zip(fields, 0...)))
    }

    @Test func `a description beside a text is none, nor is a name beside an author's`() throws {
        let places = try ImportMapping().places(in: ["Description", "Review"])
        #expect(places == [.text: 1])
        let names = try ImportMapping().places(
            in: ["comment", "createTime", "name", "reviewer.displayName"])
        #expect(names == [.text: 0, .published: 1, .author: 3])
    }

    @Test func `comments beside likes are how many there are`() throws {
        let places = try ImportMapping().places(in: ["Title", "Likes", "Comments"])
        #expect(places == [.title: 0])
        // As surveys are exported.
        let survey = try ImportMapping().places(in: ["Score", "Comments"])
        #expect(survey == [.text: 1])
    }

    @Test func `what the caller says goes before what names suggest`() throws {
        let places = try ImportMapping("text=Answer to question 3").places(
            in: ["Comment", "answer to question 3"])
        #expect(places[.text] == 1)
    }

    @Test func `a column that is not there, or no text at all, is told with what there is`() {
        let missing = #expect(throws: RunError.self) {
            try ImportMapping("text=Opinion").places(in: ["A", "B"])
        }
        #expect(missing?.description == "--map: there is no column 'Opinion'; there are 'A', 'B'")
        let none = #expect(throws: RunError.self) { try ImportMapping().places(in: ["A", "B"]) }
        #expect(
            none?.description.contains("--map text=NAME, where NAME is one of 'A', 'B'") == true)
    }
}
