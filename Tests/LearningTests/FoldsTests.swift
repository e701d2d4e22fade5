import Learning
import Testing

struct FoldsTests {
    /// The hashes are 0xcbf29ce484222325, 0xaf63dc4c8601ec8c and 0x85944171f73967e8 (FNV-1a, 64 bits): the
    /// upper half is mixed into the lower, and what is left of a division by 5 is the fold.
    @Test(arguments: [("", 0), ("a", 4), ("foobar", 2)])
    func `a text falls in the same fold in every run`(text: String, fold: Int) {
        #expect(Folds.fold(of: text) == fold)
    }

    @Test func `all folds are about as large`() {
        let folds = (0..<1_000).map { Folds.fold(of: "text \($0)") }
        for fold in 0..<Folds.count {
            #expect((150...250).contains(folds.count { $0 == fold }))
        }
    }
}
