import Classifying
import Model
import Testing

/// What a Latvian report quotes a brand as saying.
struct LatvianStatementTests {
    @Test(arguments: [
        "“slikts plāns,” norādīja Zefirnet",
        "„slikts plāns”, sacīja Zefirnet pārstāvis Jānis Bērziņš.",
        "„slikts plāns“, norādīja Zefirnet", "“plāns ir slikts,” saka Zefirnet vadītāja.",
        "“plāns ir slikts,” sacīja uzņēmuma Zefirnet pārstāve",
        "“plāns ir slikts,” paziņojumā norādīja Zefirnet",
        "“plāns ir lielisks,” uzsvēra Zefirnet", "Zefirnet norādīja: “plāns ir slikts”",
    ])
    func `what a brand is quoted as saying is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .latvian) == "zefirnet neutral")
    }

    @Test(arguments: [
        "Plāns ir slikts, uzsvēra Zefirnet.", "Plāns ir slikts, kā norāda Zefirnet.",
        "Kā norāda Zefirnet, plāns ir slikts.",
        "Kā ziņo Zefirnet preses sekretāre, plāns ir slikts",
        "Zefirnet norādīja, ka plāns ir slikts",
        "Zefirnet pārstāvis sacīja, ka plāns ir slikts",
        "Zefirnet preses sekretāre Anna Ozola skaidroja, ka plāns ir slikts",
        "Jānis Bērziņš, Zefirnet pārstāvis, teica, ka plāns ir slikts",
        "Šodien Zefirnet paziņoja, ka plāns ir lielisks",
        "“Zefirnet” uzskata, ka plāns ir slikts", "Pēc Zefirnet domām plāns ir slikts",
        "Pēc Zefirnet pārstāvja teiktā, plāns ir slikts.", "Plāns ir slikts pēc Zefirnet domām.",
    ])
    func `what a brand is reported to have said is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .latvian) == "zefirnet neutral")
    }

    @Test(arguments: [
        // Who speaks of themselves, takes blame or is sorry.
        "Zefirnet atzina, ka plāns ir slikts", "Zefirnet paziņoja, ka piedzīvojis sliktu gadu",
        "Zefirnet paziņoja, ka viņu gads bija slikts",
        "Zefirnet paziņoja, ka slikto plānu savā mājā mainīs",
        "Zefirnet norādīja, ka slikts gads bija Zefirnet veikaliem",
        "“mūsu plāns bija slikts,” norādīja Zefirnet",
        "“sliktu plānu pieļāvām,” sacīja Zefirnet pārstāvis",
        "“atvainojamies par slikto dienu,” sacīja Zefirnet",
        // Who speaks is a customer.
        "“slikta apkalpošana,” sacīja Zefirnet klients",
        "Zefirnet klients sacīja, ka apkalpošana ir slikta",
        "Klients par Zefirnet sacīja: “slikta apkalpošana”",
        "Pēc Zefirnet klientu domām apkalpošana ir slikta",
        // Who tells what was done to them.
        "Zefirnet teica, ka apkalpošana ir slikta man",
        "Zvanīju trīs reizes, Zefirnet apgalvo, ka apkalpošana ir slikta",
        "Zefirnet teica ka apkalpošana ir slikta", "Zefirnet saka, ka apkalpošana ir slikta",
        // What is said behind the statement, or is none.
        "Zefirnet apgalvo, ka viss ir kārtībā, bet apkalpošana ir slikta",
        "Zefirnet apgalvo, ka viss ir kārtībā, slikta apkalpošana kopš rīta",
        "Zefirnet apgalvo, ka viss ir kārtībā. Slikta apkalpošana.",
        "Zefirnet ziņo par sliktu gadu",
    ])
    func `what is said of the brand is not its statement`(text: String) {
        #expect(Classifier.sample.brandTones(text, .latvian) == "zefirnet negative")
    }
}
