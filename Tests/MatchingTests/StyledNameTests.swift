import Matching
import Model
import Testing

/// Names in letters by which posts show off.
struct StyledNameTests {
    @Test(arguments: [
        ("W 𝗭𝗲𝗳𝗶𝗿𝗻𝗲𝗰𝗶𝗲 awaria", "𝗭𝗲𝗳𝗶𝗿𝗻𝗲𝗰𝗶𝗲"), ("O Ｚｅｆｉｒｎｅｔ!", "Ｚｅｆｉｒｎｅｔ"),
        ("U 𝒁𝑬𝑭𝑰𝑹𝑵𝑬𝑻𝑼", "𝒁𝑬𝑭𝑰𝑹𝑵𝑬𝑻𝑼"),
    ])
    func `a name is found as it is shown, in all its forms`(text: String, form: String) {
        for isCaseSensitive in [false, true] {
            let matcher = MentionMatcher(brands: [
                .named("Zefirnet", inflect: [.polish], caseSensitive: isCaseSensitive)
            ])
            let mentions = matcher.mentions(in: EntryText(text: text))
            #expect(mentions.map(\.form) == [form])
            #expect(mentions.first?.range == 2..<2 + form.unicodeScalars.count)
        }
    }

    @Test func `a small letter of a style is no capital`() {
        let matcher = MentionMatcher(brands: [.named("Orzech", caseSensitive: true)])
        #expect(matcher.mentions(in: EntryText(text: "kupiłam 𝗼𝗿𝘇𝗲𝗰𝗵")).isEmpty)
    }
}
