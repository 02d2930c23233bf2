/** The question of the session profile, whole and plain, so that tools can read it as it stands. */
export const sessionProfileDocument = /* GraphQL */ `
  query SessionProfileFigure($release: ID!, $where: CohortInput, $by: Dimension) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      sessionProfile(by: $by) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        derived
        groups {
          group {
            code
            label
            short
          }
          patients {
            value
            hidden
          }
          times {
            time
            patients {
              value
              hidden
            }
            minutes {
              value
              lower
              upper
              hidden
              bound
            }
          }
          vitals {
            sign
            patients {
              value
              hidden
            }
            before {
              value
              lower
              upper
              hidden
              bound
            }
            peak {
              value
              lower
              upper
              hidden
              bound
            }
          }
          monitoring {
            what
            patients {
              value
              hidden
            }
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
          settings {
            setting
            patients {
              value
              hidden
            }
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
          resolution {
            term
            minutes {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
    }
  }
`;
