import Testing
import Tokenizing

struct WordMemoryTests {
    @Test func `what was remembered of a word comes back, and of others nothing`() throws {
        let memory = WordMemory<Int>(capacity: 64)
        let words = Words(of: "kawka zefirnet")
        memory.remember(7, of: try #require(words.key(0)), hash: words[0].hash)
        #expect(memory.value(of: try #require(words.key(0)), hash: words[0].hash) == 7)
        #expect(memory.value(of: try #require(words.key(1)), hash: words[1].hash) == nil)
    }

    @Test func `another word of the same hash is not taken for it`() throws {
        let memory = WordMemory<Int>(capacity: 64)
        let words = Words(of: "kawka zefirnet")
        memory.remember(1, of: try #require(words.key(0)), hash: 5)
        memory.remember(2, of: try #require(words.key(1)), hash: 5)
        #expect(memory.value(of: try #require(words.key(0)), hash: 5) == 1)
        #expect(memory.value(of: try #require(words.key(1)), hash: 5) == 2)
    }

    @Test func `where there is no room a word is not remembered, and no other is lost`() throws {
        let memory = WordMemory<Int>(capacity: 8)
        let words = Words(of: (0..<100).map { "word\($0)" }.joined(separator: " "))
        var kept: [Int: Int] = [:]
        for index in words.indices {
            let key = try #require(words.key(index))
            memory.remember(index, of: key, hash: words[index].hash)
            if let value = memory.value(of: key, hash: words[index].hash) { kept[index] = value }
        }
        #expect((1...8).contains(kept.count))
        for (index, value) in kept {
            let key = try #require(words.key(index))
            #expect(value == index)
            #expect(memory.value(of: key, hash: words[index].hash) == index)
        }
    }

    @Test func `many tasks at once find what belongs to the word, or nothing`() async {
        let memory = WordMemory<Int>(capacity: 256)
        let words = Words(of: (0..<400).map { "word\($0)" }.joined(separator: " "))
        let wrong = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for index in words.indices {
                        let index = (index + task * 50) % words.count
                        guard let key = words.key(index) else { continue }
                        let hash = words[index].hash
                        if let value = memory.value(of: key, hash: hash) {
                            if value != index { wrong += 1 }
                        } else {
                            memory.remember(index, of: key, hash: hash)
                        }
                    }
                    return wrong
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
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
        let text = "a aa b ab ba 12345678 123456789 12345678a . , @a #a a_ ą ć 🙂 🙃 1234567890abcdef"
        let words = Words(of: text)
        let keys = words.indices.compactMap { words.key($0) }
        #expect(keys.count == words.count)
        #expect(Set(keys).count == words.count)
    }
}
