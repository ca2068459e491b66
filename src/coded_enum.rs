//! Enums whose variants have a stable name, as files, JSON and messages use it.

/// Declares an enum with a name for each variant: `ALL` lists the variants as declared, `name` gives the name.
macro_rules! coded_enum {
    ($(#[$attribute:meta])* pub enum $enum:ident {
        $($(#[$variant_attribute:meta])* $variant:ident = $name:literal,)+
    }) => {
        $(#[$attribute])*
        pub enum $enum {
            $($(#[$variant_attribute])* $variant,)+
        }

        impl $enum {
            /// Every variant, in the order in which they are declared.
            pub const ALL: &[$enum] = &[$($enum::$variant,)+];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $($enum::$variant => $name,)+ }
            }
        }
    };
}

pub(crate) use coded_enum;
