import Foundation
import Model

/// A value as JSON that may stand within a page's `script`: no text in it ends the element, opens a
/// comment or another script (HTML §4.12.1.3).
struct EmbeddedJSON {
    let text: String

    init(_ value: some Encodable) throws(ReportingError) {
        let json: Data
        do {
            json = try ContractJSON.encode(value)
        } catch {
            throw .unwritable(reason: "\(error)")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count)
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array(#"\u003c"#.utf8)
            case UInt8(ascii: ">"): bytes += Array(#"\u003e"#.utf8)
            case UInt8(ascii: "&"): bytes += Array(#"\u0026"#.utf8)
            default: bytes.append(byte)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }
}

/// Text from outside, composed (NFC) and without what reverses its direction or shows nothing.
struct CleanText: Encodable, Hashable {
    let text: String

    init(_ text: String) { self.text = OutsideText.cleaned(text) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
