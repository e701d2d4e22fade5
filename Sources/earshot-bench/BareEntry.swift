import CLibXML2
import Glibc

/// The entry that the bare pass is in, if it is in one, field by field.
@unsafe struct BareEntry {
    private enum Field: Int, CaseIterable {
        case title, link, id, date, author, summary, content, category
    }

    /// Entries of the document so far.
    private(set) var count = 0
    var entity = unsafe BareEntity()

    private let makesText: Bool
    private let sections: UnsafeMutablePointer<BareSections>
    private let fields: UnsafeMutablePointer<BareBuffer>
    private var text = unsafe BareText()
    private var depth = 0
    /// Zero outside entries.
    private var entryDepth = 0
    private var fieldDepth = 0
    private var field: Field?

    init(makesText: Bool, sections: UnsafeMutablePointer<BareSections>) {
        unsafe self.makesText = makesText
        unsafe self.sections = unsafe sections
        unsafe fields = .allocate(capacity: Field.allCases.count)
        unsafe fields.initialize(repeating: BareBuffer(), count: Field.allCases.count)
    }

    mutating func release() {
        for field in Field.allCases { unsafe fields[field.rawValue].release() }
        unsafe fields.deallocate()
        unsafe text.release()
        unsafe entity.release()
    }

    mutating func startDocument() {
        unsafe count = 0
        unsafe depth = 0
        unsafe entryDepth = 0
        unsafe field = nil
    }

    mutating func start(
        _ local: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        unsafe depth += 1
        guard let local = unsafe local else { return }
        if unsafe entryDepth == 0 {
            if unsafe Self.isEntry(local) {
                unsafe entryDepth = unsafe depth
                for field in Field.allCases { unsafe fields[field.rawValue].clear() }
            }
            return
        }
        guard unsafe field == nil && depth == entryDepth + 1 else { return }
        unsafe field = unsafe Self.field(of: local, uri)
        unsafe fieldDepth = unsafe depth
        guard unsafe field == .link || field == .category else { return }
        for index in 0..<count {
            guard let name = unsafe attributes?[index * 5],
                let start = unsafe attributes?[index * 5 + 3],
                let end = unsafe attributes?[index * 5 + 4]
            else { continue }
            if unsafe Self.is(name, field == .link ? "href" : "term") {
                unsafe add(start, end - start)
            }
        }
    }

    mutating func end() {
        if unsafe field != nil && depth == fieldDepth { unsafe field = nil }
        if unsafe entryDepth == depth && depth > 0 {
            unsafe count += 1
            if unsafe makesText {
                unsafe text.make(from: fields[Field.summary.rawValue].contents)
                unsafe text.make(from: fields[Field.content.rawValue].contents)
            }
            unsafe entryDepth = 0
        }
        unsafe depth -= 1
    }

    mutating func add(_ bytes: UnsafePointer<UInt8>?, _ length: Int) {
        guard let field = unsafe field else { return }
        unsafe fields[field.rawValue].append(bytes, length)
    }

    /// - Parameter data: a section's number.
    mutating func addSection(_ data: UnsafePointer<UInt8>?) {
        guard unsafe field != nil, let data = unsafe data else { return }
        let number = unsafe data.withMemoryRebound(to: CChar.self, capacity: 1) {
            unsafe Int(atoi($0))
        }
        let section = unsafe sections.pointee.section(number)
        unsafe add(section.baseAddress, section.count)
    }

    // MARK: - Private

    private static func isEntry(_ name: UnsafePointer<UInt8>) -> Bool {
        unsafe name[0] == UInt8(ascii: "i") ? unsafe `is`(name, "item") : unsafe `is`(name, "entry")
    }

    private static func field(of name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?)
        -> Field?
    {
        switch unsafe name[0] {
        case UInt8(ascii: "t"): unsafe `is`(name, "title") ? .title : nil
        case UInt8(ascii: "l"): unsafe `is`(name, "link") ? .link : nil
        case UInt8(ascii: "g"): unsafe `is`(name, "guid") ? .id : nil
        case UInt8(ascii: "i"): unsafe `is`(name, "id") ? .id : nil
        case UInt8(ascii: "p"):
            unsafe `is`(name, "pubDate") || `is`(name, "published") ? .date : nil
        case UInt8(ascii: "u"): unsafe `is`(name, "updated") ? .date : nil
        case UInt8(ascii: "d"):
            unsafe `is`(name, "description") ? .summary : unsafe `is`(name, "date") ? .date : nil
        case UInt8(ascii: "s"): unsafe `is`(name, "summary") ? .summary : nil
        case UInt8(ascii: "e"): unsafe `is`(name, "encoded") ? .content : nil
        case UInt8(ascii: "c"): unsafe fieldWithC(name, uri)
        case UInt8(ascii: "a"): unsafe `is`(name, "author") ? .author : nil
        default: nil
        }
    }

    private static func fieldWithC(_ name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?)
        -> Field?
    {
        if unsafe `is`(name, "content") {
            let isMedia = unsafe xmlStrstr(uri, "mrss") != nil
            return isMedia ? nil : .content
        }
        if unsafe `is`(name, "creator") { return .author }
        return unsafe `is`(name, "category") ? .category : nil
    }

    private static func `is`(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
        unsafe strcmp(
            UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}
