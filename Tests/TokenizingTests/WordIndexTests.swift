import Testing
import Tokenizing

struct WordIndexTests {
    @Test func `a word has the same number wherever it is met, and another word another`() throws {
        let index = WordIndex(capacity: 64)
        let words = Words(of: "kawka zefirnet KAWKA")
        let numbers = try words.indices.map { try number($0, of: words, in: index) }
        #expect(numbers.allSatisfy { (0..<64).contains($0) })
        #expect(numbers[0] == numbers[2])
        #expect(numbers[0] != numbers[1])
    }

    @Test func `numbers are given in the order in which words are met`() throws {
        let index = WordIndex(capacity: 64)
        let words = Words(of: "nova kawka nova zefirnet kawka problem")
        #expect(
            try words.indices.map { try number($0, of: words, in: index) } == [0, 1, 0, 2, 1, 3])
    }

    @Test func `another word of the same hash is not taken for it`() throws {
        let index = WordIndex(capacity: 64)
        let words = Words(of: "kawka zefirnet")
        let numbers = try words.indices.map {
            index.number(of: try #require(words.key($0)), hash: 5)
        }
        #expect(numbers[0] != numbers[1])
        #expect(numbers.allSatisfy { $0 >= 0 })
    }

    @Test func `where there is no room a word has no number, and no other loses its own`() throws {
        let index = WordIndex(capacity: 8)
        let words = Words(of: (0..<100).map { "word\($0)" }.joined(separator: " "))
        let numbers = try words.indices.map { try number($0, of: words, in: index) }
        let given = numbers.filter { $0 >= 0 }
        #expect((1...8).contains(given.count))
        #expect(Set(given).count == given.count)
        #expect(try words.indices.map { try number($0, of: words, in: index) } == numbers)
    }

    @Test func `what begins like a free place is not taken for one`() throws {
        let index = WordIndex(capacity: 64)
        let words = Words(of: "\u{0} kawka \u{0}")
        let numbers = try words.indices.map { try number($0, of: words, in: index) }
        #expect(numbers[0] == -1)
        #expect(numbers[1] >= 0)
        #expect(numbers[2] == -1)
    }

    @Test func `many tasks at once find what was kept of the word, or nothing`() async {
        let index = WordIndex(capacity: 256)
        let table = WordTable<Int>(of: index)
        let words = Words(of: (0..<400).map { "word\($0)" }.joined(separator: " "))
        let wrong = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for position in words.indices {
                        let position = (position + task * 50) % words.count
                        guard let key = words.key(position) else { continue }
                        let number = index.number(of: key, hash: words[position].hash)
                        guard number >= 0 else { continue }
                        if let value = table.value(at: number) {
                            if value != position { wrong += 1 }
                        } else {
                            table.keep(position, at: number)
                        }
                    }
                    return wrong
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test(arguments: [4, 64, 1_024])
    func `words numbered at once have the numbers that others are given`(capacity: Int) {
        let index = WordIndex(capacity: capacity)
        let other = WordIndex(capacity: 64)
        let text =
            "\u{0} Kawka kawka, ąćęłńóśźż 1234567890abcdefg 🙂 "
            + (0..<50).map { "word\($0)" }.joined(separator: " ")
        let numbered = Words(of: text, numberedIn: index)
        let words = Words(of: text)
        for position in words.indices {
            #expect(numbered.number(position, in: index) == words.number(position, in: index))
            #expect(numbered.number(position, in: other) == words.number(position, in: other))
        }
    }

    private func number(_ position: Int, of words: Words, in index: WordIndex) throws -> Int {
        index.number(of: try #require(words.key(position)), hash: words[position].hash)
    }
}

struct WordTableTests {
    @Test func `what is kept of a word stays, and of others there is nothing`() throws {
        let index = WordIndex(capacity: 64)
        let table = WordTable<Int>(of: index)
        let words = Words(of: "kawka zefirnet")
        let numbers = try words.indices.map {
            index.number(of: try #require(words.key($0)), hash: words[$0].hash)
        }
        table.keep(7, at: numbers[0])
        table.keep(8, at: numbers[0])
        #expect(table.value(at: numbers[0]) == 7)
        #expect(table.value(at: numbers[1]) == nil)
    }
}

struct WordKeyTests {
    @Test(arguments: ["a", "kawka", "12345678", "123456789", "ąćęłńóśź", "1234567890abcdef"])
    func `a word has the same key wherever it stands`(word: String) throws {
        let alone = Words(of: word)
        let within = Words(of: "x \(word.uppercased()) and many more words behind it")
        let key = try #require(alone.key(0))
        #expect(within.key(1) == key)
    }

    @Test func `a word of more than 16 bytes has none`() {
        #expect(Words(of: "1234567890abcdefg").key(0) == nil)
        #expect(Words(of: "ąćęłńóśźż").key(0) == nil)
    }

    @Test func `words that differ have different keys`() throws {
        let text =
            "a aa b ab ba 12345678 123456789 12345678a . , @a #a a_b ą ć 🙂 🙃 1234567890abcdef"
        let words = Words(of: text)
        let keys = words.indices.compactMap { words.key($0) }
        #expect(keys.count == words.count)
        #expect(Set(keys).count == words.count)
    }
}
