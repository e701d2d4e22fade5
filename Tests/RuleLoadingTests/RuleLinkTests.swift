import Foundation
import TestSupport
import Testing

struct RuleLinkTests {
    @Test(arguments: ["facets.yaml", "brands.yaml"])
    func `a link to nothing is not called a missing file`(name: String) throws {
        let path = "rules/\(name)"
        let files = Complaints.goodRules.filter { $0.key != path }
        let found = try TemporaryFolder.with(files) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(path)", withDestinationPath: "nowhere.yaml")
            return try Complaints.ofRules(in: folder)
        }
        #expect(
            found == [
                "\(path): cannot be read (it is a link to nothing); make it a file you may read"
            ])
    }

    @Test func `a link that leads back to itself says so`() throws {
        let path = "rules/sentiment/pl.tsv"
        let found = try TemporaryFolder.with(Complaints.goodRules) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(path)", withDestinationPath: "pl.tsv")
            return try Complaints.ofRules(in: folder)
        }
        #expect(
            found == [
                "\(path): cannot be read (it is a link that leads back to itself); make it a file you "
                    + "may read"
            ])
    }
}
