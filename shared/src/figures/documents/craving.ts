/** The question of the figure of craving or misuse, whole and plain, so that tools can read it as it stands. */
export const cravingDocument = /* GraphQL */ `
  query CravingFigure($release: ID!, $where: CohortInput) {
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
      sideEffects(by: CONDITION) {
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
        groups {
          group {
            code
            label
            short
          }
          exposed {
            value
            hidden
          }
          byChecklist {
            value
            lower
            upper
            hidden
            bound
          }
          effects {
            term
            occurrences {
              value
              hidden
            }
            rate {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
      everyone: sideEffects {
        groups {
          group {
            code
            label
            short
          }
          exposed {
            value
            hidden
          }
          byChecklist {
            value
            lower
            upper
            hidden
            bound
          }
          effects {
            term
            occurrences {
              value
              hidden
            }
            rate {
              value
              lower
              upper
              hidden
              bound
            }
          }
          infusions {
            number
            exposed {
              value
              hidden
            }
            rates {
              term
              rate {
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
  }
`;
