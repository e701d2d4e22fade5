import Model
import Pipeline
import Testing

struct SearchWordsTests {
    private static func word(_ word: String) -> SearchQuery { .term(.phrase(word)) }

    @Test(
        arguments: [
            ([], nil), (["awaria"], word("awaria")), (["nie działa"], word("nie działa")),
            (["awaria", "sieci"], .all([word("awaria"), word("sieci")])),
            (["awari*"], .term(.prefix("awari"))),
            (["zefirnet", "OR", "kawka"], .any([word("zefirnet"), word("kawka")])),
            (["zefirnet OR kawka"], .any([word("zefirnet"), word("kawka")])),
            (
                ["awari* NOT (prąd OR gaz)"],
                .without(
                    .term(.prefix("awari")),
                    excluded: .any([.any([word("prąd"), word("gaz")])]))
            ),
            (["zefirnet - awaria"], word("zefirnet - awaria")),
            (["rabat -20%"], word("rabat -20%")),
            (["title:awaria"], .title(word("awaria"))),
            (["sieć NEAR/5 awaria"], .near(.phrase("sieć"), .phrase("awaria"), distance: 5)),
        ] as [([String], SearchQuery?)])
    func `words are read as the query language has them`(words: [String], expected: SearchQuery?)
        throws
    {
        #expect(try SearchWords(words).query == expected)
    }

    @Test(arguments: [
        (["awaria", "OR"], "the search: "), (["(awaria"], "the search: "),
        (["NOT", "awaria"], "the search: "), (["author:Ola"], "use --author"),
        (["site:a.example"], "use --source"), (["{Orange}"], "leave out the braces"),
        (["awaria", "lang:lv"], "a search knows no 'lang:'; use --language"),
        (["awaria -prąd"], "'-' does not exclude; write NOT prąd"),
        (["awaria !prąd"], "'!' does not exclude; write NOT prąd"),
        (["(a OR b) NEAR/3 c"], "NEAR between words"), (["$sieć"], "the search: "),
        (["awaria", "$siec"], "knows no macros such as '$siec'"),
    ])
    func `what cannot be searched for is told`(words: [String], expected: String) {
        let error = #expect(throws: RunError.self) { try SearchWords(words).query }
        #expect(error?.exitCode == 65)
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
