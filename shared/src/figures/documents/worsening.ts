/** The question of the figure of worsening and late response, whole and plain, so that tools can read it as it stands. */
export const worseningDocument = /* GraphQL */ `
  query WorseningFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
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
      worsening(outcome: $outcome, by: $by) {
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
        earlyUntil
        laterUntil
        groups {
          group {
            code
            label
            short
          }
          instrument
          patients {
            value
            hidden
          }
          worse {
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
          parts {
            part
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
        }
      }
    }
  }
`;
