import Foundation
import Masking
import Testing

struct MaskerTests {
    private let masker = Masker()

    @Test(arguments: [
        ("Napisz na anna.lis@mail.example.", "Napisz na [e-mail]."),
        ("ola(at)mail(dot)example", "[e-mail]"),
        ("https://a.example/?to=ola%40mail.example&l=pl", "https://a.example/?to=[e-mail]&l=pl"),
        ("@anna i @anna@mastodon.example", "@anna i @anna@mastodon.example"),
        ("Pisz „ola@mail.example” albo «ola@mail.example»", "Pisz „[e-mail]” albo «[e-mail]»"),
        ("Kawka–ola@mail.example…Kawka", "Kawka–[e-mail]…Kawka"),
        ("Kawka\u{200B}ola@mail.example💬Kawka", "Kawka\u{200B}[e-mail]💬Kawka"),
        ("ewa.żak@przykład.example", "[e-mail]"),
        ("ewa\u{2011}zak@moja\u{2011}firma.example", "[e-mail]"),
        (String(repeating: "あ", count: 30) + "@mail.example", "ああああああああ[e-mail]"),
        ("git@host.example:team/project.git", "git@host.example:team/project.git"),
        ("pakiet@2.0.beta za 3 zł @ 18.00", "pakiet@2.0.beta za 3 zł @ 18.00"),
    ])
    func `e-mail addresses are masked, handles and versions are not`(text: String, masked: String) {
        #expect(masker.masked(text) == masked)
    }

    @Test(arguments: ["a@b.cc:", "1 ", "12 ", "1234 ", "@", "(at)", "+4"])
    func `a text of nothing but beginnings takes as long as its length asks`(piece: String) {
        let short = processorTime(ofMasking: String(repeating: piece, count: 1_500))
        let long = processorTime(ofMasking: String(repeating: piece, count: 12_000))
        // Eight times as long; what grows with the square would take 64 times.
        #expect(long < short * 24 + 0.01)
    }

    /// In seconds of this thread, whatever else the machine does.
    private func processorTime(ofMasking text: String) -> Double {
        func now() -> Double {
            var time = timespec()
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        _ = masker.masked(text)
        return now() - start
    }

    @Test(arguments: [
        ("601 234 567", "[phone]"), ("(22) 123 45 67", "[phone]"), ("26 123 456", "[phone]"),
        ("(+371) 2612 3456", "[phone]"), ("0048 601-234-567", "[phone]"),
        ("+1 212-555-0123", "[phone]"), ("+44 20 7946 0958 2 rooms", "[phone] 2 rooms"),
        ("601234567", "601234567"), ("tel. 601234567", "tel. [phone]"),
        ("hotel 601234567", "hotel 601234567"), ("tālr. 26123456", "tālr. [phone]"),
        ("zamówienie 601 234 567", "zamówienie 601 234 567"),
        ("zamówienie nr 7, tel. 601 234 567", "zamówienie nr 7, tel. [phone]"),
        ("601 234 567 zł", "601 234 567 zł"), ("EUR 26 123 456", "EUR 26 123 456"),
        ("500 zł, 601 234 567", "500 zł, [phone]"), ("601 234 567,50", "601 234 567,50"),
        ("26 123 456 cilvēki", "26 123 456 cilvēki"), ("2025 2026", "2025 2026"),
        ("4506 4678 2576 3942", "4506 4678 2576 3942"), ("99 601 234 567 8", "99 601 234 567 8"),
        ("800 123 456", "800 123 456"),
        ("https://a.example/601-234-567", "https://a.example/601-234-567"),
        ("https://wa.me/48601234567", "https://wa.me/[phone]"), ("#601 234 567", "#601 234 567"),
    ])
    func `a phone number is known by its shape and by what is said around it`(
        text: String, masked: String
    ) {
        #expect(masker.masked(text) == masked)
    }

    /// The last digit of each but the first is one too high, or its date is none.
    @Test(arguments: [
        ("44051401359", "[PESEL]"), ("44051401350", "44051401350"), ("44133101356", "44133101356"),
        ("02270803624", "[PESEL]"), ("161175-19997", "[personal code]"),
        ("161175-19998", "161175-19998"), ("321234-56789", "[personal code]"),
        ("32123456789", "32123456789"),
        ("personas kods 32123456789", "personas kods [personal code]"),
        ("kods 32123456789", "kods 32123456789"),
    ])
    func `a personal number has a date and a check digit`(text: String, masked: String) {
        #expect(masker.masked(text) == masked)
    }

    @Test(arguments: [
        ("PL61 1090 1014 0000 0712 1981 2874", "[IBAN]"),
        ("pl61109010140000071219812874", "[IBAN]"),
        ("61 1090 1014 0000 0712 1981 2874", "[IBAN]"),
        ("PL62 1090 1014 0000 0712 1981 2874", "PL62 1090 1014 0000 0712 1981 2874"),
        ("LV80BANK0000435195001", "[IBAN]"), ("LV80BANK00004351950012", "LV80BANK00004351950012"),
        ("QQ80BANK0000435195001", "QQ80BANK0000435195001"),
        ("4532 0151 1283 0366", "[card number]"), ("4532015112830366", "[card number]"),
        ("4532 0151 1283 0367", "4532 0151 1283 0367"), ("378282246310005", "[card number]"),
        ("order 4532015112830366", "order 4532015112830366"),
        ("9532015112830369", "9532015112830369"), ("490154203237518", "490154203237518"),
    ])
    func `accounts and cards have their lengths and check digits`(text: String, masked: String) {
        #expect(masker.masked(text) == masked)
    }

    /// Which is the country of the account that follows.
    @Test(arguments: [
        ("ola@firma.pl 61 1090 1014 0000 0712 1981 2874", "[e-mail] [IBAN]"),
        ("ola (at) firma (dot) lv 80BANK0000435195001", "[e-mail] [IBAN]"),
        ("firma.pl 61 1090 1014 0000 0712 1981 2874", "firma.pl [IBAN]"),
        ("ola@firma.pl PL 61 1090 1014 0000 0712 1981 2874", "[e-mail] [IBAN]"),
    ])
    func `the end of a host before an account is part of no account`(text: String, masked: String) {
        #expect(masker.masked(text) == masked)
    }

    @Test(arguments: [
        ("https://a.example/p/4532015112830366", "https://a.example/p/4532015112830366"),
        ("https://a.example/u/ola@mail.example/7", "https://a.example/u/[e-mail]/7"),
        ("https://a.example/%40ola", "https://a.example/%40ola"),
        ("tag:ola@mail.example,2026:1", "tag:[e-mail],2026:1"),
    ])
    func `of a link only e-mail addresses are masked`(link: String, masked: String) {
        #expect(masker.masked(link: link) == masked)
    }

    @Test func `contacts that are published stay readable`() throws {
        var exceptions = MaskExceptions()
        for contact in ["Help@Shop.example", "@firm.example", "+48 22 123 45 67"] {
            try exceptions.insert(contact)
        }
        let masker = Masker(unmasked: exceptions)
        let readable = "help@shop.example, ola@firm.example, 22 123 45 67, +48 (22) 123-45-67"
        #expect(masker.masked(readable) == readable)
        let others = "ola@shop.example, ola@firm.example.org, 22 123 45 68"
        #expect(masker.masked(others) == "[e-mail], [e-mail], [phone]")
    }

    @Test(arguments: ["", "help", "@", "@shop", "12", "tel. 22 123 45 67", "a@b.example c"])
    func `what is no contact is refused`(text: String) {
        var exceptions = MaskExceptions()
        #expect(throws: MaskExceptions.NotAContact.self) { try exceptions.insert(text) }
    }

    @Test func `a text that is masked already stays as it is`() {
        let text = "Tel. [phone], [e-mail], [PESEL], [personal code], [IBAN], [card number]"
        #expect(masker.masked(text) == text)
    }
}
