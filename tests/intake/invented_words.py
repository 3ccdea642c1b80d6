"""How invented forms put their questions, and what invented people answer."""

FIRST = [
    "Ash",
    "Birch",
    "Cedar",
    "Derwent",
    "Ecclesbourne",
    "Fern",
    "Gritstone",
    "Heather",
    "Ivy",
    "Juniper",
]
SECOND = [
    "Brass",
    "Strings & Co",
    "Youth Choir",
    "Beats, Rhymes and Life",
    "Steel Pans CIC",
    'The "Loud" Lot',
]
PEOPLE = ["Maren Tolley", "Élodie Marchetti-Vance", "Dev Sangha-Pell", "Noor Castellane"]
OTHERS = {
    "aim": ["Make more noise"],
    "function": ["Instrument repair"],
    "area": ["Sheffield (Dore side)", "Burton", "Ashfield"],
    "focus": [
        "Young people affected by bereavement",
        "Young people excluded from sport",
        "Boys aged 11",
    ],
}
REACH = {
    "120": 120,
    "about 60": 60,
    "1,450": 1450,
    "2.5k": 2500,
    "tbc": None,
    "100-150": None,
    "": None,
}
WORDED = {
    "organisation": [
        "Organisation name",
        "What is the name of your organisation?",
        "Name of organisation or group",
        "Your organisation",
    ],
    "contact_name": ["Contact name", "Your name", "Who should we contact?", "Main contact"],
    "email": ["Email address\u00a0", "E-mail", "Your email address", "Contact e-mail"],
    "postcode": ["Postcode", "Your organisation's postcode", "Post code"],
    "website": ["Website", "Website or social media link", "Web address"],
    "aim": [
        "Which of the three aims can you help deliver?",
        "Which National Plan aims does your work meet?",
        "Aims",
    ],
    "function": [
        "Which of the five strategic functions does your work support?",
        "Which strands does your offer contribute to?",
        "Which strategic functions can you support?",
    ],
    "area": [
        "Where do you work?",
        "In which districts are you active?",
        "Which parts of the county do you deliver in?",
        "What areas do you cover?",
    ],
    "focus": [
        "Which children and young people does your work focus on?",
        "Who do you work with?",
        "Are there particular groups you support?",
        "Which groups of young people is this for?",
    ],
    "offer": [
        "Tell us about your offer",
        "What would you like to offer?",
        "Please describe your project",
    ],
    "reach": [
        "How many children and young people do you reach a year?\n\nA rough number is fine.",
        "How many young people do you work with each year?",
        "Number of children reached annually",
    ],
    "consent": [
        "I agree to my data being stored",
        "Do you consent to us keeping your details?",
        "GDPR: are you happy for us to store this information?",
    ],
}
EXTRA = {
    "Which genres do you teach?": ["Rock", "Folk;Classical", "Hip hop, grime"],
    "What ages do you work with?": ["0-5", "Early years;16-25", "11-18"],
    "How did you hear about us?": ["Facebook", "Schools", "From another partner"],
    "Where are you based?": ["Derby", "Matlock", "Chesterfield"],
    "Telephone number": ["01332 000000", "07700 900123"],
    "How many staff do you have?": ["3", "12"],
    "Type of organisation": ["Charity", "School", "CIC"],
    "Anything else you would like to tell us?": ["", "No", "We love music"],
    "Would you like to join our mailing list?": ["Yes", "No"],
}
TEMPLATE = {
    "entry_id": "Entry id", "submitted_at": "Submitted at", "organisation": "Organisation",
    "contact_name": "Contact name", "email": "Email", "postcode": "Postcode", "website": "Website",
    "stage": "Stage", "aim": "Aims", "function": "Functions", "area": "Areas",
    "focus": "Inclusion focuses", "offer": "Offer", "reach": "Reach",
}  # fmt: skip
