import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketExcerptTests {
    @Test(arguments: [
        ("Zefirnet padł", "Zefirnet", "«Zefirnet» padł"),
        (" \n Zefirnet padł", "Zefirnet", "«Zefirnet» padł"),
        // A place that the text is not cut by is left unmarked.
        ("  Zefirnet padł", " Zefirnet", "Zefirnet padł"),
        ("Zefirnet padł. ", "padł. ", "Zefirnet padł."),
    ])
    func `names are marked where they are whole`(text: String, name: String, expected: String) {
        let entry = HeardEntry.sample(1, text, saying: [.init(of: "zefirnet", as: name)])
        let excerpt = TicketExcerpt(entry).text(plain: { $0 }, name: { "«\($0)»" })
        #expect(excerpt == expected)
    }

    @Test func `a long text is cut between words around its first name`() {
        // Words of seven and eleven letters: neither 400 nor 1,200 is a multiple of them.
        let before = String(repeating: "słówko ", count: 1_000)
        let behind = String(repeating: " dziesiątka", count: 1_000)
        let entry = HeardEntry.sample(
            1, "\(before)Zefirnet\(behind)", saying: [.init(of: "zefirnet", as: "Zefirnet")])
        let excerpt = TicketExcerpt(entry).text
        #expect(excerpt.hasPrefix("słówko ") && excerpt.hasSuffix(" dziesiątka"))
        #expect(excerpt.contains(" Zefirnet "))
        #expect((1_590...1_608).contains(excerpt.unicodeScalars.count))
    }

    @Test func `where the title alone names the brand, the title is shown`() {
        let entry = HeardEntry.sample(
            1, "Nic nie działa", title: "Zefirnet padł",
            saying: [.init(of: "zefirnet", as: "Zefirnet")])
        #expect(TicketExcerpt(entry).text == "Zefirnet padł")
    }
}
