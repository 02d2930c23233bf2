/** The question of the safety figures, whole and plain, so that tools can read it as it stands. */
export const safetyDocument = /* GraphQL */ `
  query SafetyFigure($release: ID!, $where: CohortInput, $by: Dimension, $together: [String!]) {
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
      sideEffects(by: $by, together: $together) {
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
    }
  }
`;
