/// Posts put together from what rules look for and what they do not.
enum RandomPosts {
    private static let parts = [
        "Zefirnet", "Zefirnecie", "#zefirnetu", "ZEFIRNET", "Zefir", "Ziarenko", "Ziarenka",
        "@kawka", "#sieć",
        "#siećpadła", "nie działa", "nie dziala", "działa", "awaria", "awarii", "fatalny",
        "fataalny",
        "świetny", "swietny", "super", "suuuper", "źle", "zle", "z\u{301}le", "sieć", "not working",
        "great",
        "Dziś", "i", "w", "na", "mieście", "od rana", "bardzo", "❤", ":(", ".", "!", "?",
        "\u{10D0}", "so\u{AD}ft",
    ]

    static func make(_ count: Int) -> [String] {
        var state: UInt64 = 20_261_122
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<count).map { number in
            let words = (0..<1 + next(below: 9)).map { _ in parts[next(below: parts.count)] }
            return (words + ["nr \(number)"]).joined(separator: " ")
        }
    }
}
