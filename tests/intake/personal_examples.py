"""Words as people write them in offers, each detail about a person marked with its kind.

Everybody in them is invented. Lines without a mark hold no detail, however like one they look.
"""

CONTACTS = ("Maren Tolley", "Dev Sangha-Pell", "Maria Hanson", "Jo Wren", "Will Young")
ORGANISATIONS = (
    "Maria Hanson Trust", "Peak & Dale Brass", "Ashbourne Road Strings", "Kinder Voices", "Jo Wren",
)  # fmt: skip

EXAMPLES = """
Weekly strings for beginners. Contact {name:Maren Tolley} on {phone:01629 812345}.
Contact: {name:Jane Smith}, {email:jane.smith@example.org}
contact {name:Jane Smith} for a timetable
For bookings email {email:bookings@example.org} or ring {phone:07700 900123}
{phone:07700900123}
{phone:07700 900 123}
{phone:07700-900-123}
{phone:0115 496 0123}
{phone:(0115) 496 0123} or {phone:0115 4960124}
{phone:020 7946 0018}
{phone:+44 7700 900123}
{phone:+44 (0)1629 812345}
{phone:0044 7700 900123}
{phone:+353 1 234 5678}
Tel: {phone:01629 812345}/{phone:01629 812346}
mob {phone:07700 900 456} (after 6pm)
Phone no: {phone:812345}
Freephone {phone:0800 123456}, weekdays
{phone:01298\u00a023456}
{email:JO@EXAMPLE.ORG}
<{email:jo.wren+eoi@mail.example.org}>
mailto:{email:info@example.org}
Find us at {email:hello@kinder-voices.example.org}; www.example.org
{email:jo (at) example.org}
{email:jo [at] example [dot] org}
Please ask for {name:Priya Nair} at reception
ask for {name:Priya}
Speak to {name:Mr Okafor} about the choir
{name:Mrs J. Hartley-Booth} plays for us
{name:Dr Ama Mensah} leads the research
Run by {name:Sarah Brook}, twice a week
Our sessions are led by {name:Tom Ellison} and two assistants
taught by {name:Priya Nair} and friends
our director {name:James Oakes} will come along
my name is {name:Abena Owusu}
I am {name:Karen Field} and I teach the flute
{name:Hannah Marsh}, Head of Music, would love to talk
{name:Peter Lyon} (lead tutor) is DBS checked
{name:Lucy Fern} {phone:07700 900321}
{name:Lucy Fern} - {email:lucy@example.org}
c/o {name:Ruth Adler}, 3 Mill Lane
FAO {name:Ruth Adler}
{name:Dev Sangha-Pell} teaches DJing on Tuesdays
Ring {name:Dev Sangha-Pell}'s mobile, {phone:07700 900999}
we would work with {name:maren tolley} again
{name:Jo Wren} plays the harp for babies
Safeguarding lead is {name:Beth Coombe}
Safeguarding lead: {name:Beth Coombe}
Line manager: {name:Idris Vaughan}
email {name:Claire} on {email:claire@example.org}
call {name:Martin Rudd} on {phone:01332 550199}
{name:Cllr Peter Moss} supports this
{name:Rev. Anne Dale} opened the hall
Questions? {email:questions@example.org}
Contact {name:Shaun O'Hara} or {name:Miss Bell}
Contact {name:Ana de Souza}, weekdays only
We reach 1,450 children a year, up from 900 in 2024-25
about 60 to 80, Year 4 mostly
01/02/2026 to 03/04/2026
03-09-2026 10:04
2026-09-03 09:04:11
Open 0900-1530, and 0930-1200 on Saturdays
Charity number 1123456
Company 01234567, VAT 123 4567 89
Registered charity SC012345, OFSTED 138 224
DE4 3NN, DE45 1AH and S44 9ZZ
The cost is £250 per day, or £01629.50 by mistake
Grade 1 to 8, ages 5-11, 11-18 and 18-25
12 x 45 minutes, 10 weeks, 120 sessions, 3 000 places
ISBN 978 0 571 51234 5
0.5 days a week, 00 in reserve
Follow @peakdalebrass on Instagram
Instagram: @jo.wren.harp
brass@night in the park
Maria Hanson Trust bursaries pay for instruments
The Maria Hanson Trust and Kinder Voices
Peak & Dale Brass bring the tubas
run by Arts Derbyshire and Derby Cathedral
led by Kinder Voices since 2019
Contact Derby Theatre for tickets
contact Derbyshire Music Hub
Contact the school office
Contact us at any time
Contact time is 40 minutes
Ask for a timetable, ask for Year 4, ask for Grade 3
Ask for Main Reception
Speak to the head teacher first
Speak to Head Office
see Amber Valley, High Peak and North East Derbyshire
in contact with Youth Justice
Lady Manners School and St Oswald's Primary
Sir John Moore Foundation
Dr Martens boots optional
We sing Miss Saigon and Mrs Doubtfire
Mr Men songs for under-fives
Music by Benjamin Britten, Clara Schumann and John Williams
Songs by Ed Sheeran and Nina Simone
A tribute to Ravi Shankar
Works with the Royal Northern College of Music
Kodály, Dalcroze and Suzuki teaching
Charlotte Street Hall, Victoria Park and Florence Nightingale Ward
Call for singers: Monday, Tuesday
Call Monday to Friday
call and response songs
Email Address
e-mail us
Text and music by children
Sage Gateshead and Opera North visit
Whole-class ukulele (Year 4), instruments supplied
Rock School, Trinity and ABRSM exams
Music Mark member, Arts Council England NPO
Samba, Dhol, Bhangra and Taiko
Rose Garden Nursery, Grace Church, Faith School
will young people be able to join?
English, Polish and Romani spoken
Founded by Derby City Council in 1974
Delivered by Amber Sound CIC
delivered by James Brindley School
Head of Music network meetings
I am a harpist
I'm Music Lead at a primary school
phone signal is poor up here
our manager is happy to travel
my name is on the list
safeguarding lead is trained to level 3
"""

ASKED = {
    "Who is your safeguarding lead?": [
        "{name:Beth Coombe}", "{name:Ms Beth Coombe}, headteacher", "{name:beth coombe}", "yes",
        "{name:Ana de Souza} and {name:Ife Bello}", "Not yet", "To be confirmed", "School Office",
    ],
    "Line manager": ["{name:Idris Vaughan}", "{name:Idris Vaughan} {phone:01629 812345}", "n/a"],
    "Referee": ["{name:Cara Doyle}, Derby Theatre", "Derby Theatre", "Kinder Voices Trust"],
    "Mobile": ["{phone:7700900123}", "{phone:07700 900123}", "none"],
    "How many children?": ["7700900123", "1450"],
    "What do you offer?": ["Brass Lessons", "Summer School", "Jazz Improvisation"],
}  # fmt: skip
