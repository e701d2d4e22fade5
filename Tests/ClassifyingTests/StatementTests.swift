import Classifying
import Model
import Testing

/// What a report quotes a brand as saying.
struct StatementTests {
    @Test(arguments: [
        "“The plan that was drawn up last year is terrible,” Zefirnet said",
        "\"the plan is terrible,\" said Zefirnet on Monday",
        "\"the plan is terrible,\" Zefirnet has also said",
        "The plan is terrible, Zefirnet said.",
        "The plan is terrible, Zefirnet said on Monday.",
        "The plan is terrible, according to Zefirnet",
        "Zefirnet said that the plan was terrible",
        "Zefirnet wrote that a terrible letter was sent",
        "Zefirnet said a terrible letter was sent",
        "Zefirnet wrote a letter about the terrible plan",
        "Zefirnet wrote a story on the terrible plan",
        "Zefirnet, the operator, says the plan is terrible",
        "The plan is great, according to Zefirnet",
        "“The plan of last year was long and it is terrible,” Zefirnet said",
        "„The plan is terrible“ Zefirnet said",
    ])
    func `what a brand says of others is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .english) == "zefirnet neutral")
    }

    @Test(arguments: [
        // Who speaks of themselves.
        "Zefirnet said that it had a terrible year", "Zefirnet said their year was terrible",
        "Zefirnet said that Zefirnet had a terrible year",
        "\"We are sorry that so many of our customers had a terrible week,\" Zefirnet said",
        // Who tells what was done to them.
        "Zefirnet said to me to wait, terrible", "You know what Zefirnet said was terrible",
        // What is said behind the statement.
        "Zefirnet said the plan was good but is terrible",
        "Zefirnet said that the plan was changed. Terrible.",
        "Zefirnet says all is well, the service is terrible",
        // Who is spoken to or of.
        "\"the plan is terrible,\" customers told Zefirnet",
        "\"the plan is terrible,\" a minister said of Zefirnet",
        // Who speaks is a customer.
        "Customers of Zefirnet said the plan was terrible",
        "\"the plan is terrible,\" said a Zefirnet customer",
        // What was said is named and not told.
        "Zefirnet wrote a terrible letter", "Zefirnet wrote a terrible letter to customers.",
        "Zefirnet also wrote a long and terrible reply",
        "Zefirnet wrote a long but terrible letter to customers",
        // Who says nothing.
        "After a terrible year, Zefirnet said that the plan was changed",
        "\"the plan\" is terrible, Zefirnet",
    ])
    func `what is said of the brand is not its statement`(text: String) {
        #expect(Classifier.sample.brandTones(text, .english) == "zefirnet negative")
    }
}
