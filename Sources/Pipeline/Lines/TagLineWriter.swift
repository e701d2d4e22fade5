import Foundation
import Model

/// Writes tags as `ContractJSON` does, byte for byte, and some thirty times as fast: an encoder for any
/// value spends nearly all its time on what is known here beforehand, the order of the keys.
struct TagLineWriter {
    private var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(1_024)
    }

    /// The tags of a line under its id, without a line end.
    static func line(_ id: LineID, _ tags: Tags) -> [UInt8] {
        var writer = Self()
        writer.write(id, tags)
        return writer.bytes
    }

    /// A line that mentions no brand.
    static func line(unmentioned id: LineID) -> [UInt8] {
        var writer = Self()
        writer.put("{\"id\":")
        writer.put(id)
        writer.put(",\"mentions\":[]}")
        return writer.bytes
    }

    // MARK: - Private

    private mutating func write(_ id: LineID, _ tags: Tags) {
        put("{\"categories\":")
        putList(tags.categories) { $0.put($1) }
        if !tags.facets.isEmpty { put(tags.facets) }
        put(",\"id\":")
        put(id)
        put(",\"language\":{")
        if !tags.language.also.isEmpty {
            put("\"also\":")
            putList(tags.language.also) { $0.put(text: $1.rawValue) }
            put(",")
        }
        put("\"code\":")
        put(text: tags.language.code.rawValue)
        put(",\"confidence\":")
        put(tags.language.confidence)
        put("},\"mentions\":")
        putList(tags.mentions) { $0.put($1) }
        put(",\"sentiment\":")
        put(tags.sentiment)
        put(",\"severity\":")
        put(text: tags.severity.rawValue)
        put(",\"severity_reason\":")
        put(text: tags.severityReason)
        put(tags.isSpam ? ",\"spam\":true" : ",\"spam\":false")
        put(",\"team\":")
        put(text: tags.team.value)
        put(",\"team_reason\":")
        put(text: tags.teamReason)
        put("}")
    }

    private mutating func put(_ tag: CategoryTag) {
        put("{\"confidence\":")
        put(tag.confidence)
        put(",\"evidence\":")
        putList(tag.evidence) { $0.put($1) }
        put(",\"id\":")
        put(text: tag.id.value)
        put("}")
    }

    private mutating func put(_ facets: FacetTags) {
        put(",\"facets\":{")
        for (index, facet) in facets.facets.enumerated() {
            if index > 0 { put(",") }
            put(text: facet.value)
            put(":")
            putList(facets[facet]) { $0.put($1) }
        }
        put("}")
    }

    private mutating func put(_ evidence: CategoryEvidence) {
        putEnd(of: evidence.range, evidence.field)
        put(",\"rule\":")
        put(text: evidence.rule)
        putStart(of: evidence.range)
        put(",\"term\":")
        put(text: evidence.term)
        put("}")
    }

    private mutating func put(_ tagged: TaggedMention) {
        put("{\"brand\":")
        put(text: tagged.mention.brand.value)
        put(",\"confidence\":")
        put(tagged.mention.confidence)
        put(tagged.mention.isDirect ? ",\"direct\":true" : ",\"direct\":false")
        put(",\"end\":")
        put(tagged.mention.range.upperBound)
        if tagged.mention.field == .title { put(",\"field\":\"title\"") }
        put(",\"form\":")
        put(text: tagged.mention.form)
        put(",\"sentiment\":")
        put(tagged.sentiment)
        putStart(of: tagged.mention.range)
        put("}")
    }

    private mutating func put(_ sentiment: Sentiment) {
        put("{\"evidence\":")
        putList(sentiment.evidence) { $0.put($1) }
        put(",\"label\":")
        put(text: sentiment.label.rawValue)
        put(",\"score\":")
        put(sentiment.score)
        put("}")
    }

    private mutating func put(_ evidence: SentimentEvidence) {
        putEnd(of: evidence.range, evidence.field)
        put(evidence.isNegated ? ",\"negated\":true" : ",\"negated\":false")
        putStart(of: evidence.range)
        put(",\"term\":")
        put(text: evidence.term)
        put(",\"weight\":")
        put(evidence.weight)
        put("}")
    }

    private mutating func putEnd(of range: Range<Int>, _ field: TextField) {
        put("{\"end\":")
        put(range.upperBound)
        if field == .title { put(",\"field\":\"title\"") }
    }

    private mutating func putStart(of range: Range<Int>) {
        put(",\"start\":")
        put(range.lowerBound)
    }

    private mutating func putList<Element>(
        _ elements: [Element], _ put: (inout TagLineWriter, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            put(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func put(_ id: LineID) {
        switch id {
        case .text(let text): put(text: text)
        case .number(let number): put(number)
        }
    }

    private mutating func put(_ known: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: known.utf8Start, count: known.utf8CodeUnitCount))
    }

    private mutating func put(_ number: some BinaryInteger) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// The shortest decimal that reads as the same number; whole numbers without a point.
    private mutating func put(_ number: Double) {
        let text = number.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
    }

    private mutating func put(text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { putEscaped(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func putEscaped(_ byte: UInt8) {
        switch byte {
        case 0x22: put("\\\"")
        case 0x5C: put("\\\\")
        case 0x08: put("\\b")
        case 0x09: put("\\t")
        case 0x0A: put("\\n")
        case 0x0C: put("\\f")
        case 0x0D: put("\\r")
        case 0..<0x10: bytes.append(contentsOf: "\\u000\(String(byte, radix: 16))".utf8)
        case 0x10..<0x20: bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
        default: bytes.append(byte)
        }
    }
}
