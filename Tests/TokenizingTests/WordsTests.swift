import TestSupport
import Testing
import Tokenizing

struct WordsTests {
    @Test(arguments: [
        ("Acme's van was late.", ["acme", "s", "van", "was", "late", "."]),
        ("Wi-Fi nie działa!", ["wi", "fi", "nie", "działa", "!"]),
        ("ĀBOLU Ķekars", ["ābolu", "ķekars"]),
        ("@kawka_cafe #Zefirnet awaria", ["@kawka_cafe", "#zefirnet", "awaria"]),
        (
            "patrz https://a.example/x?y=1, albo www.b.example.",
            [
                "patrz", "https://a.example/x?y=1", ",", "albo", "www.b.example", ".",
            ]
        ),
        ("pisz na pomoc@a.example.", ["pisz", "na", "pomoc@a.example", "."]),
        ("super 👍🏽👩‍👩‍👧 ❤️!", ["super", "👍", "👩‍👩‍👧", "❤", "!"]),
        ("🇵🇱🇱🇻", ["🇵🇱", "🇱🇻"]),
        ("xD :)", ["xd", ":", ")"]),
        ("so\u{AD}ft", ["soft"]),
        ("z\u{301}le", ["źle"]),
        ("E\u{AD}\u{301}te\u{AD} Ab", ["éte", "ab"]),
        ("ȺB ȺȺ ẞ \u{212A}ELWIN", ["ⱥb", "ⱥⱥ", "ß", "kelwin"]),
        ("\u{958}a b", ["\u{915}\u{93C}a", "b"]),
        (
            "(https://a.example), <a@b.example>",
            ["(", "https://a.example", ")", ",", "<"]
                + ["a@b.example", ">"]
        ),
        ("WWW.A.EXAMPLE HTTPS://B.EXAMPLE", ["www.a.example", "https://b.example"]),
        (
            "https://a.example/ą\u{A0}Kawka www.b.example\u{2028}x",
            ["https://a.example/ą", "kawka", "www.b.example", "x"]
        ),
        (
            "łąka@b.example\u{A0}Kawka–c@d.example „Kawka”e@f.example",
            ["łąka@b.example", "kawka", "–", "c@d.example", "„", "kawka", "”", "e@f.example"]
        ),
        (
            "https i www, anna.b@ c@d @e f@g.h.",
            ["https", "i", "www", ",", "anna", ".", "b", "@"]
                + ["c", "@", "d", "@e", "f@g.h", "."]
        ),
        ("@a@b #c#d e#f", ["@a", "@b", "#c", "#d", "e", "#", "f"]),
        (
            "tel. [phone], [e-mail]; [PESEL] [phones]",
            ["tel", ".", "[phone]", ",", "[e-mail]", ";", "[pesel]", "[", "phones", "]"]
        ),
        (
            "_Kawka_ jest __super__, a_b _c_d_ Łódź_",
            [
                "_", "kawka", "_", "jest", "_", "_", "super", "_", "_", ",", "a_b", "_", "c_d", "_",
                "łódź", "_",
            ]
        ),
        (
            "_Kawka\u{AD}_\u{200B} Łódź__\u{AD}\u{200B}, ẞẞ_\u{AD} a_\u{AD}b",
            ["_", "kawka", "_", "łódź", "_", "_", ",", "ßß", "_", "a_b"]
        ),
        (
            "a\u{AD}__ so\u{AD}ft__, ẞ_____\u{200B} ȺȺ__ e\u{301}__ a_\u{AD}__b",
            [
                "a", "_", "_", "soft", "_", "_", ",", "ß", "_", "_", "_", "_", "_", "ⱥⱥ", "_", "_",
                "é", "_", "_", "a___b",
            ]
        ),
        (
            "Zefir\u{200D}net a\u{200D}\u{200D}b\u{200D} c, ł\u{200D}Ó\u{200D}👍 #a\u{200D}b 👩\u{200D}👧",
            ["zefirnet", "a", "b", "c", ",", "łó", "👍", "#ab", "👩\u{200D}👧"]
        ),
        ("@ola_ @_ola #a_ ___", ["@ola_", "@_ola", "#a_", "_", "_", "_"]),
        ("", []),
    ])
    func `a text is cut into folded words and marks`(text: String, expected: [String]) {
        let words = Words(of: text)
        #expect(words.indices.map(words.folded) == expected)
    }

    @Test func `ranges count Unicode scalars and slice the text to the word`() {
        let text = "Łódź 👩‍👧 e\u{301}té @ąę końców"
        let words = Words(of: text)
        let scalars = Array(text.unicodeScalars)
        for index in words.indices {
            var slice = String.UnicodeScalarView()
            slice.append(contentsOf: scalars[words[index].range])
            #expect(String(slice) == words.string(index..<index + 1))
        }
        #expect(words.string(0..<words.count) == text)
        #expect(words.scalarRange(0..<words.count) == 0..<scalars.count)
    }

    @Test func `a local part is looked for no further back than an address may reach`() {
        let name = String(repeating: "a.", count: 40) + "b@c.example"
        #expect(Words(of: name).last.map { $0.kind } == .link)
        #expect(Words(of: name).first.map { $0.kind } == .word)
        let host = "ht" + String(repeating: "a.", count: 40) + "b@c.example"
        #expect(Words(of: host).first.map { $0.kind } == .word)
    }

    @Test(arguments: [("ht-", "ht@"), ("ww-", "ww@"), ("Ok.", " a"), ("www.)", "")])
    func `a text of nothing but beginnings takes as long as its length asks`(
        piece: String, end: String
    ) {
        #expect(
            ProcessorTime.growsEvenly(from: 2_000) { count in
                _ = Words(of: String(repeating: piece, count: count) + end)
            })
    }

    @Test func `a run of spaces behind a stop is looked over once`() {
        #expect(
            ProcessorTime.growsEvenly(from: 2_000) { count in
                _ = Words(of: "Ok." + String(repeating: " ", count: count) + "a")
            })
        #expect(Set(Words(of: "Ok.   a").map(\.sentence)) == [0])
        #expect(Set(Words(of: "Ok.   A").map(\.sentence)) == [0, 1])
    }

    @Test func `combining marks are put together in words of a length that is looked for`() {
        let accented = { String(repeating: "z\u{301}", count: $0) }
        #expect(Words(of: accented(300)).folded(0).unicodeScalars.count == 300)
        #expect(Words(of: accented(500)).folded(0).unicodeScalars.count == 1000)
    }

    @Test func `sentences end at stops before a space and at line ends`() {
        let words = Words(of: "Ver. 4.5 is out! \"Really?\" Yes\nNext line… end")
        #expect(
            words.indices.map { "\(words.folded($0))/\(words[$0].sentence)" } == [
                "ver/0", "./0", "4/0", "./0", "5/0", "is/0", "out/0", "!/0", "\"/1", "really/1",
                "?/1", "\"/1", "yes/2", "next/3", "line/3", "…/3", "end/4",
            ])
    }

    @Test(arguments: [
        "O godz. 18.38 czasu polskiego", "Avārija plkst. Rīgā 19.38", "Na ul. Długiej",
        "W pl. Wolności", "m.in. Zefirnet", "U.C. Zefirnet", "T.sk. Rīgā", "O 10 proc. Więcej",
        "Dr. Ozols", "Mrs. Ozola", "St. Anne", "piem. Rīga", "Nr 7. piętro", "No. 7 is out",
        "Tzw. Awaria", "W 2026 r.  Gdańsk", "Pisze p. Anna",
    ])
    func `a stop after an abbreviation, or before a digit or small letter, ends no sentence`(
        text: String
    ) {
        #expect(Set(Words(of: text).map(\.sentence)) == [0])
    }

    @Test(arguments: [
        "Is it back? No. Dead.", "To awaria. Gdańsk", "Nie. Wcale", "Alarm. Rīga", "x.np. Gdańsk",
        "O godz! Gdańsk", "Dr\nOzols", "np . Gdańsk",
    ])
    func `a stop after any other word ends its sentence`(text: String) {
        #expect((Words(of: text).last?.sentence ?? 0) > 0)
    }

    @Test func `capitals are told apart`() {
        let words = Words(of: "Dramat DRAMAT dramat D 5G")
        #expect(words.map(\.isCapitalized) == [true, true, false, true, true])
        #expect(words.map(\.isUppercase) == [false, true, false, false, false])
    }

    @Test(arguments: [
        ("𝐙𝐞𝐟𝐢𝐫 𝘡𝘌𝘍𝘐𝘙 ｚｅｆｉｒ ℤ𝕖𝕗𝕚𝕣 𝓩𝓮𝓯ir", ["zefir", "zefir", "zefir", "zefir", "zefir"]),
        ("𝟓𝐆 ５g ℎ", ["5g", "5g", "h"]), ("@𝐤𝐚𝐰𝐤𝐚 #ｋａｗａ", ["@kawka", "#kawa"]),
        ("𝐊𝐚𝐰𝐤𝐞\u{328} ℃ ①", ["kawkę", "℃", "①"]),
    ])
    func `a letter in a style of its own is the plain one`(text: String, expected: [String]) {
        let words = Words(of: text)
        #expect(words.indices.map(words.folded) == expected)
        #expect(words.string(0..<words.count) == text)
    }

    @Test func `capitals of a style are told apart`() {
        let words = Words(of: "𝐃𝐫𝐚𝐦𝐚𝐭 𝐃𝐑𝐀𝐌𝐀𝐓 𝐝𝐫𝐚𝐦𝐚𝐭 ＤＲＡＭＡＴ")
        #expect(words.map(\.isCapitalized) == [true, true, false, true])
        #expect(words.map(\.isUppercase) == [false, true, false, true])
        #expect(words.written(0) == "Dramat")
    }

    @Test func `marks do not count as words`() {
        #expect(Words(of: "a, b; c").map(\.number) == [0, 1, 1, 2, 2])
    }
}
