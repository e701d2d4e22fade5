import Testing

@testable import Parsing

struct FeedFooterTests {
    @Test(arguments: [
        ("Nie działa.\nStatystyki: autor: wściekły_pelikan — 21.11.2026, 19:11", "Nie działa."),
        ("Down again.\nStatistics: Posted by anna — Sat Nov 21", "Down again."),
        ("Nestrādā.\n11. ieraksts no 11\nLasīt visu tematu", "Nestrādā."),
        ("Hello.\n\n3 posts - 2 participants\n\nRead full topic\n", "Hello."),
        ("Test.\nArtykuł Test pochodzi z serwisu Wtyczka i reszta.", "Test."),
        ("Text.\nThe post Text appeared first on My Blog.", "Text."),
    ])
    func `what software writes under an entry is not its text`(text: String, expected: String) {
        #expect(FeedFooter.removed(from: text) == expected)
    }

    @Test(arguments: [
        "Read full topic? Nobody does.", "3 posts in a row about one pothole",
        "Statystyki: autor: nikt\nA jednak coś.", "The post box stands where it stood",
    ])
    func `words of the entry itself stay`(text: String) {
        #expect(FeedFooter.removed(from: text) == text)
    }

    @Test func `an entry that is only a footer has no text`() {
        #expect(FeedFooter.removed(from: "Read full topic") == nil)
    }
}
