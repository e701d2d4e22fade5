import Model
import Testing

struct StarsTests {
    @Test(
        arguments: [
            ("1", "★☆☆☆☆"), ("5", "★★★★★"), ("4,4", "★★★★☆"), ("4.5", "★★★★★"), ("FOUR", "★★★★☆"),
            ("2/5", "★★☆☆☆"),
            ("8 / 10", "★★★★☆"), ("1/10", "★☆☆☆☆"), ("★★", "★★☆☆☆"), ("★★★★☆", "★★★★☆"),
            ("⭐⭐⭐", "★★★☆☆"),
        ])
    func `a rating is a line of stars`(text: String, line: String) {
        #expect(Stars(text)?.description == line)
    }

    @Test(arguments: [
        "", "0", "6", "-1", "nan", "inf", "5/0", "4/3/5", "dobra", "☆☆☆☆☆", "★★★★★★", "★ 1",
    ])
    func `what is none is no rating`(text: String) {
        #expect(Stars(text) == nil)
    }

    @Test func `the stars stand in a line before the words`() {
        #expect(Stars("2")?.above("Wolno działa.") == "★★☆☆☆\nWolno działa.")
        #expect(Stars("2")?.above(nil) == "★★☆☆☆")
    }
}
