import Model
import Testing

@testable import Reporting

struct ErasureNoteTests {
    @Test(
        arguments: [
            (.mentions(1), .english, "1 mention was erased from this report"),
            (.mentions(2), .english, "2 mentions were erased from this report"),
            (.address, .english, "An address was erased from this report"),
            (.mentions(1), .polish, "Na żądanie usunięto z tego raportu 1 wzmiankę; jego liczby"),
            (.mentions(5), .polish, "Na żądanie usunięto z tego raportu 5 wzmianek; jego liczby"),
            (.name, .polish, "Na żądanie usunięto z tego raportu nazwę autora; jego liczby"),
            (.mentions(3), .latvian, "Pēc pieprasījuma no šī pārskata izdzēsām 3 pieminējumus; tā"),
            (.name, .latvian, "Pēc pieprasījuma no šī pārskata izdzēsām autora vārdu; tā skaitļi"),
        ] as [(ErasureNote.Erased, ReportLanguage, String)])
    func `a note is in the language of its report, and ends with the mark of the erasure`(
        erased: ErasureNote.Erased, language: ReportLanguage, start: String
    ) {
        let note = ErasureNote.sentence(of: erased, mark: "(x-text)", in: language)
        #expect(note.hasPrefix(start))
        #expect(note.hasSuffix(" (x-text)."))
    }
}
