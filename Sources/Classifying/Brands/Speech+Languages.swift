extension Speech {
    static let english = Speech(
        helping: """
            has had have also then later himself herself itself who already since once
            """,
        addressing: "told tells asked asks warned warns",
        aims: "of about at against",
        outsiders: """
            customer customers client clients user users subscriber subscribers passenger passengers traveller
            travellers traveler travelers shopper shoppers guest guests
            """,
        utterances: """
            letter letters email e-mail message reply answer response statement apology post tweet comment
            review text note story lie thing word
            """,
        reporting: "that",
        circumstances: """
            on in at during to after before of via through monday tuesday wednesday thursday friday saturday
            sunday yesterday today earlier
            """,
        selves: "we us our ours",
        spokenOf: "it its itself they their",
        alone: "i me my mine myself", hearers: "you your yours")

    static let polish = Speech(
        helping: "też także również już potem później następnie jednocześnie",
        reporting: "że iż",
        circumstances: """
            w we podczas na po z poniedziałek wtorek środę czwartek piątek sobotę niedzielę dziś dzisiaj
            wczoraj rano wieczorem komunikacie oświadczeniu rozmowie konferencji pap dziennikarzom mediom
            """,
        selves: """
            my nas nam nami nasz nasza nasze naszą naszego naszej naszym naszych nasi naszemu naszymi ja mnie
            mi mną mój moja moje moją mojego mojej moim moich jestem jesteśmy mam mamy będę będziemy muszę
            musimy
            """,
        spokenOf: """
            on ona ono oni one jego jej ich nim nią nimi niego niej nich mu im ją firma firmy firmie spółka
            spółki spółce bank banku sieć sieci operator operatora przewoźnik przewoźnika linia linii
            """,
        alone: """
            ja mnie mi mną mój moja moje moją mojego mojej moim moich jestem mam będę muszę czekam chcę mogę
            piszę dzwonię widzę wiem robię płacę myślę sądzę lubię idę tracę wierzę żałuję siedzę stoję czuję
            słyszę jadę biorę daję umiem rozumiem znam polecam odradzam pytam wracam uważam mieszkam zgłaszam
            korzystam zamawiam używam szukam sprawdzam dostaję odchodzę zmieniam radzę liczę
            """,
        hearers: """
            ty ciebie cię tobie tobą twój twoja twoje twoją twojego twojej wy was wam wami wasz wasza wasze
            waszą waszego waszej waszych waszym waszemu jesteś jesteście masz macie możesz możecie chcesz
            chcecie musisz musicie wiesz wiecie uważaj unikaj
            """,
        persons: """
            czekamy chcemy możemy proszę prosimy piszemy wiemy płacimy życzę znamy uważamy uwaga niby serio
            ciekawe haha xd lol
            """,
        inflection: Inflection(
            roles: """
                rzecznik rzecznika rzeczniczka rzeczniczki prezes prezesa prezeska prezeski wiceprezes
                wiceprezesa dyrektor dyrektora dyrektorka dyrektorki przedstawiciel przedstawiciela
                przedstawicielka przedstawicielki przedstawiciele przedstawicieli szef szefa szefowa szefowej
                zarząd zarządu biuro biura prasowy prasowego prasowa prasowej prasowe generalny generalnego
                generalna generalnej główny główna firma firmy spółka spółki sieć sieci operator operatora
                bank banku przewoźnik przewoźnika producent producenta grupa grupy koncern koncernu analityk
                analityka analitycy analityków ekonomista ekonomisty ekonomistka ekonomistki
                """,
            titles: "dr prof doc mgr inż lek hab mec bryg kpt mł asp nadkom podkom ks",
            colloquial: """
                mówi mówił mówiła mówią pisze piszą napisał napisała tłumaczy tłumaczył tłumaczyła
                """,
            claiming: "twierdzi twierdził twierdziła twierdzą",
            customers: """
                klient klienta klientka klientki odbiorca odbiorcy odbiorczyni adresat adresata adresatka
                adresatki nadawca nadawcy kupujący kupującego kupująca kupującej pasażer pasażera pasażerka
                pasażerki użytkownik użytkownika użytkowniczka użytkowniczki
                """,
            viewOpenings: ["według", "wg", "zdaniem", "w ocenie", "w opinii"],
            likening: "jak",
            turns: "a ale lecz jednak natomiast tymczasem choć chociaż mimo pomimo",
            admissions: "przepr przyzna ubolew żałuj przykro niestety",
            reflexives: """
                swój swoja swoje swoją swojego swojej swoim swoich swoi swojemu swoimi siebie sobie sobą
                """,
            ownEndings: "liśmy łyśmy libyśmy jemy imy ymy jmy",
            aloneEndings: "łem łam łbym łabym uję",
            hearersEndings: "łeś łaś liście łyście jcie",
            doubtfulEndings: "amy emy",
            notOwn: """
                problemy systemy programy reklamy uważamy sądzimy oceniamy krytykujemy apelujemy wzywamy
                sprzeciwiamy zespołem artykułem tytułem przemysłem kapitałem materiałem kanałem oddziałem podziałem
                udziałem sygnałem generałem kościołem stołem działem ogółem hasłem źródłem światłem dziełem
                szczegółem tłem zimy reżimy masłem pomysłem ciałem mydłem szkłem kołem czołem
                """,
            verbEndings: "ł ła ło li ły",
            subjectless: """
                nie ma mają jest są będzie będą musi muszą chce chcą może mogą zamierza planuje traci zamyka
                się w we z ze u od do na dla przy przez o po pod nad przed za podczas
                """,
            dativeEndings: "owi"))

    static let latvian = Speech(
        helping: "arī jau vēlāk tad vienlaikus",
        reporting: "ka",
        circumstances: """
            pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien šodien vakar aģentūrai leta
            žurnālistiem medijiem paziņojumā intervijā sarunā
            """,
        selves: """
            es man mani mans mana manu manā manas manam manai mēs mūs mums mūsu mūsos mūsējie esmu esam neesmu neesam biju
            bijām nebiju nebijām
            """,
        spokenOf: """
            viņš viņa viņi viņas viņu viņiem uzņēmums uzņēmuma uzņēmumam uzņēmumā
            kompānija kompānijas kompānijai kompānijā banka bankas bankai bankā operators operatora
            aviokompānija aviokompānijas firma firmas
            """,
        alone: """
            es man mani mans mana manu manā manas manam manai esmu neesmu biju nebiju varu nevaru gribu negribu
            gribēju zinu nezinu redzu redzēju saprotu nesaprotu ceru domāju gaidu zvanu rakstu maksāju strādāju
            dzirdēju varēju nevarēju iesaku neiesaku braucu eju nopirku pirku saņēmu nesaņēmu aizgāju sēžu stāvu
            ticu neticu dzīvoju lietoju pasūtu dodu brīdinu pametu mainu
            """,
        hearers: """
            tu tev tevi tevis tavs tava tavu tavas tavā jūs jums jūsu jūsos varat nevarat esi esat neesi neesat
            """,
        persons: """
            varam nevaram gribam zinām redzam ceram domājam gaidām maksājam nu haha lol čau protams
            """,
        inflection: Inflection(
            roles: """
                pārstāvis pārstāve pārstāvja pārstāves pārstāvji pārstāvju vadītājs vadītāja vadītājas
                direktors direktore direktora direktores izpilddirektors izpilddirektore prezidents prezidente
                prezidenta preses sekretārs sekretāre sekretāra sekretāres runasvīrs runasvīra valde valdes
                loceklis locekle locekļa priekšsēdētājs priekšsēdētāja priekšsēdētājas uzņēmums uzņēmuma
                kompānija kompānijas firma firmas banka bankas operators operatora aviokompānija
                aviokompānijas grupa grupas ražotājs ražotāja komunikācijas sabiedrisko attiecību speciālists
                speciāliste eksperts eksperte ekonomists ekonomiste ekonomista galvenais galvenā analītiķis
                analītiķe
                """,
            titles: "dr prof",
            colloquial: "saka stāsta stāstīja pastāstīja raksta rakstīja",
            claiming: "apgalvo apgalvoja",
            customers: """
                klients klienta kliente klientes saņēmējs saņēmēja saņēmējas adresāts adresāta adresāte
                sūtītājs sūtītāja sūtītājas pircējs pircēja pircējas pasažieris pasažiera pasažiere
                pasažieres lietotājs lietotāja lietotājas
                """,
            viewOpenings: ["pēc"], viewClosings: "domām teiktā paustā vārdiem uzskatiem",
            likening: "kā",
            turns: "bet taču tomēr turpretī turpretim tikmēr kaut",
            admissions: "atvain atzin atzīst atzīt nožēl diemžēl",
            reflexives: """
                savs sava savu savā savas savam savai savi saviem savām savus savos sev sevi sevis
                """,
            // Not -ošu among those of one: "drošu" is an adjective.
            ownEndings: "ījām ējām ošu sim simies amies āmies",
            aloneEndings: "īju āšu ēšu īšu",
            hearersEndings: "iet ieties",
            doubtfulEndings: "ām jam",
            notOwn: "iet pāriet aiziet noiet ieiet iziet atiet smieties pasmieties",
            // Not -ais, as definite adjectives end.
            verbEndings: """
                jis dis zis tis cis lis nis ris sis vis mis pis bis usi uši āja ēja īja oja ās ies ot oties
                """,
            subjectless: """
                ir nav bija nebija būs nebūs veic cieš jūtas plāno zaudē slēdz no uz pie ar par pa caur pēc
                """,
            dativeEndings: "am ai"))
}
