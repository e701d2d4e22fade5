import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// How the files of a region's digests are named.
struct RegionNameTests {
    private static func regionName(_ region: String) -> String {
        DigestName.name(of: SampleNews.window, Digest.Scope(period: .day, region: region))
    }

    @Test(arguments: [
        ("Rīga", "riga-"), ("Łódź", "lodz-"), ("Kraków / Małopolska", "krakow-malopolska-"),
        ("Straße", "strasse-"), ("Рига", ""),
    ])
    func `a region's name is told in plain letters, with what tells it apart behind`(
        region: String, plain: String
    ) throws {
        let name = Self.regionName(region)
        let start = "2026-11-23.region-" + plain
        #expect(name.hasPrefix(start))
        #expect(name.dropFirst(start.count).wholeMatch(of: /[0-9a-f]{8}/) != nil)
        #expect(DigestName.isName(name))
        #expect(URL(string: "digests/\(name).html")?.relativeString == "digests/\(name).html")
    }

    @Test func `regions that are written alike without marks have names of their own`() {
        let names = ["Rīga", "Riga", "riga", "Łódź", "Lodz", "Рига", "Ріга"].map(Self.regionName)
        #expect(Set(names).count == 7)
    }

    @Test func `a region has one name however its marks are encoded`() {
        #expect(Self.regionName("R\u{12B}ga") == Self.regionName("Ri\u{304}ga"))
    }
}
