import Model
import Testing

struct MailAddressTests {
    @Test(arguments: [
        ("ola@a.example", nil, "ola@a.example"),
        ("Ola <ola@a.example>", "Ola", "ola@a.example"),
        ("\"Ola, Jan\" <ola@a.example>", "Ola, Jan", "ola@a.example"),
        ("Zefirnet, listening <ola@a.example>", "Zefirnet, listening", "ola@a.example"),
        ("ola@a.example <ola@a.example>", "ola@a.example", "ola@a.example"),
        ("\"jan@a.example, Ola\" <ola@a.example>", "jan@a.example, Ola", "ola@a.example"),
    ])
    func `an address stands alone or behind a name`(text: String, name: String?, address: String) {
        let read = MailAddress(text)
        #expect(read?.name == name)
        #expect(read?.address == address)
    }

    @Test(arguments: [
        "jan@a.example, ola@a.example", "Jan <jan@a.example>, Ola <ola@a.example>",
        "jan@a.example; Ola <ola@a.example>", "jan@a.example, <ola@a.example>",
    ])
    func `two addresses are none, of which the first would get no mail`(text: String) {
        #expect(MailAddress(text) == nil)
    }
}
